#include "platform/disk/newfile.h"

#include "platform/disk/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestNewFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"file"_s); }
    [[nodiscard]] uint mode() const
    {
        struct stat info = {};
        return stat(QFile::encodeName(path()).constData(), &info) == 0 ? info.st_mode & 07777U : 0;
    }
    [[nodiscard]] QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { umask(022); }

    void aPrivateFileIsItsOwnersAlone()
    {
        umask(0);
        QVERIFY(makePrivateFile(path()).ok());
        QCOMPARE(mode(), 0600U);
        QCOMPARE(contents(), ""_ba);
    }
    void whatIsThereIsKept()
    {
        QVERIFY(writeNewFile(path(), "kept"_ba, publicFile).ok());
        QVERIFY(makePrivateFile(path()).ok());
        QCOMPARE(contents(), "kept"_ba);
        QCOMPARE(mode(), 0644U);
        QVERIFY(makePrivateFile(m_folder->path()).ok());
    }
    void aFileThatCanNotBeMadeIsAnError()
    {
        const QString nowhere = m_folder->filePath(u"missing/file"_s);
        for (const auto &done : {makePrivateFile(nowhere), writeNewFile(nowhere, "x"_ba, privateFile)}) {
            QVERIFY(!done.ok());
            QCOMPARE(done.error().code, Error::Code::Io);
            QVERIFY(done.error().detail.contains(nowhere));
        }
    }
    void aNewFileHasItsModeWhateverTheUmask_data()
    {
        QTest::addColumn<uint>("mask");
        QTest::newRow("all") << 0U;
        QTest::newRow("usual") << 022U;
        QTest::newRow("nobody") << 077U;
    }
    void aNewFileHasItsModeWhateverTheUmask()
    {
        QFETCH(uint, mask);
        umask(mask);
        QVERIFY(writeNewFile(path(), "public"_ba, publicFile).ok());
        QCOMPARE(mode(), 0644U);
        QVERIFY(QFile::remove(path()));
        QVERIFY(writeNewFile(path(), "private"_ba, privateFile).ok());
        QCOMPARE(mode(), 0600U);
        QCOMPARE(contents(), "private"_ba);
    }
    void whatComesInPiecesIsOneFile()
    {
        QByteArrayList pieces{"one ", "two ", QByteArray(100'000, '3')};
        const QByteArray all = pieces.join();
        const auto next = [&] { return Result<QByteArray>(pieces.isEmpty() ? QByteArray() : pieces.takeFirst()); };
        QVERIFY(writeNewFile(path(), next, publicFile).ok());
        QCOMPARE(contents(), all);
        QCOMPARE(mode(), 0644U);
    }
    void piecesThatEndInAnErrorAreAnError()
    {
        int asked = 0;
        const auto next = [&]() -> Result<QByteArray> {
            return ++asked == 1 ? Result<QByteArray>("half"_ba) : Error{Error::Code::Damaged, u"torn"_s};
        };
        const auto done = writeNewFile(path(), next, publicFile);
        QCOMPARE(done.error().code, Error::Code::Damaged);
        QCOMPARE(done.error().detail, u"torn"_s);
        QCOMPARE(asked, 2);
    }
    void whatIsThereIsNeverWrittenOver()
    {
        QVERIFY(writeNewFile(path(), "first"_ba, publicFile).ok());
        const auto second = writeNewFile(path(), "second"_ba, privateFile);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, Error::Code::Io);
        QCOMPARE(contents(), "first"_ba);
        QCOMPARE(mode(), 0644U);
        QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), m_folder->filePath(u"link"_s)));
        QVERIFY(!writeNewFile(m_folder->filePath(u"link"_s), "x"_ba, publicFile).ok()); // nor written elsewhere
        QVERIFY(!QFile::exists(m_folder->filePath(u"elsewhere"_s)));
    }
};

QTEST_GUILESS_MAIN(TestNewFile)
#include "tst_newfile.moc"
