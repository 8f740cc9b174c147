#include "platform/disk/folderdraft.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// Content that is another each time that it is read from its begin, or can't be read after so many bytes.
class Unsteady final : public QIODevice
{
public:
    explicit Unsteady(QByteArrayList contents, qint64 failsAt = -1)
        : m_contents(std::move(contents))
        , m_failsAt(failsAt)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool seek(qint64 place) override
    {
        m_time += place == 0;
        m_place = place;
        return QIODevice::seek(place);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const QByteArray &now = m_contents[std::clamp<qsizetype>(m_time - 1, 0, m_contents.size() - 1)];
        if (m_failsAt >= 0 && m_place >= m_failsAt)
            return -1;
        const QByteArray piece = now.mid(m_place, std::min(most, m_failsAt >= 0 ? m_failsAt - m_place : most));
        std::copy(piece.begin(), piece.end(), data);
        m_place += piece.size();
        return piece.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArrayList m_contents;
    qint64 m_failsAt;
    qint64 m_place = 0;
    qsizetype m_time = 0;
};

} // namespace

class TestFolderDraft : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    QStringList m_steps;

    using Files = QMap<QString, QByteArray>;

    static QByteArray hexOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }
    std::unique_ptr<FolderDraft> draft()
    {
        m_steps.clear();
        return std::make_unique<FolderDraft>(m_path, [this](const QString &step) { m_steps.append(step); });
    }
    void make(const Files &files)
    {
        const auto made = draft();
        for (auto file = files.begin(); file != files.end(); ++file)
            QCOMPARE(made->add(file.key(), file.value()).value(), hexOf(file.value()));
        QVERIFY(made->finish().ok());
        QCOMPARE(held(), files);
    }
    Files held() const
    {
        Files files;
        QDirIterator it(m_path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.insert(file.fileName().mid(m_path.size() + 1), file.readAll());
        }
        return files;
    }
    QStringList beside() const
    {
        return QDir(m_home->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    void overwrite(const QString &path, const QByteArray &bytes) const
    {
        QFile file(m_path + u'/' + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_path = m_home->filePath(u"folder"_s);
    }
    void whatIsTheSameIsNotWritten()
    {
        make({{u"a"_s, "1"}, {u"in/b"_s, "2"}});
        const auto again = draft();
        QCOMPARE(again->add(u"a"_s, "1"_ba).value(), hexOf("1"_ba));
        QCOMPARE(again->add(u"in/b"_s, "2"_ba).value(), hexOf("2"_ba));
        QCOMPARE(beside(), QStringList{u"folder"_s});
        QVERIFY(!again->finish().value());
        QVERIFY2(m_steps.isEmpty(), qPrintable(m_steps.join(u'\n')));
    }
    void whatIsKeptComesAlong()
    {
        make({{u"a"_s, "1"}, {u"in/b"_s, "2"}, {u"z"_s, "3"}});
        const auto next = draft();
        QVERIFY(next->add(u"a"_s, "1"_ba).ok());
        QVERIFY(next->add(u"in/b"_s, "another"_ba).ok());
        QVERIFY(next->add(u"z"_s, "3"_ba).ok());
        QVERIFY(next->finish().value());
        QCOMPARE(held(), (Files{{u"a"_s, "1"}, {u"in/b"_s, "another"}, {u"z"_s, "3"}}));
        QCOMPARE(beside(), QStringList{u"folder"_s});
    }
    void whatIsNotAddedGoes()
    {
        make({{u"a"_s, "1"}, {u"b"_s, "2"}});
        const auto next = draft();
        QVERIFY(next->add(u"a"_s, "1"_ba).ok());
        QVERIFY(next->finish().value());
        QCOMPARE(held(), (Files{{u"a"_s, "1"}}));
    }
    void aFileOfManyPiecesIsWhole()
    {
        const QByteArray one = QByteArray("0123456789").repeated(50'000);
        make({{u"a"_s, one}});
        make({{u"a"_s, one.chopped(1) + 'x'}}); // the last byte of the last piece
        make({{u"a"_s, one.chopped(1)}});
        make({{u"a"_s, one}});
    }
    void whatWasNotFinishedLeavesNothing()
    {
        make({{u"a"_s, "1"}});
        {
            const auto next = draft();
            QVERIFY(next->add(u"a"_s, "2"_ba).ok());
            QCOMPARE(beside().size(), 2);
        }
        QCOMPARE(beside(), QStringList{u"folder"_s});
        QCOMPARE(held(), (Files{{u"a"_s, "1"}}));
    }
    void theSamePathTwiceIsRefused()
    {
        make({{u"a"_s, "1"}});
        const auto next = draft();
        QVERIFY(next->add(u"a"_s, "1"_ba).ok());
        QCOMPARE(next->add(u"a"_s, "1"_ba).error().code, Error::Code::Invalid);
        QVERIFY(next->add(u"b"_s, "1"_ba).ok());
        QCOMPARE(next->add(u"b"_s, "2"_ba).error().code, Error::Code::Invalid);
    }
    /// The digest is of what is in the folder, whatever the content was at another time.
    void theDigestIsOfWhatWasWritten_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::newRow("a new file") << QByteArray();
        QTest::newRow("it had begun in the same way") << "one way"_ba;
    }
    void theDigestIsOfWhatWasWritten()
    {
        QFETCH(QByteArray, old);
        if (!old.isEmpty())
            make({{u"a"_s, old}});
        const auto next = draft();
        Unsteady content({"one"_ba, "two"_ba, "three"_ba});
        const auto digest = next->add(u"a"_s, content);
        QVERIFY(next->finish().value());
        QCOMPARE(digest.value(), hexOf(held().value(u"a"_s)));
    }
    /// Between add(), after which its digest is in the history, and finish().
    void aKeptFileThatIsChangedMeanwhileReplacesNothing_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("other bytes") << u"bytes"_s;
        QTest::newRow("it is gone") << u"gone"_s;
    }
    void aKeptFileThatIsChangedMeanwhileReplacesNothing()
    {
        QFETCH(QString, how);
        make({{u"a"_s, "1"}, {u"b"_s, "2"}});
        auto next = draft();
        QVERIFY(next->add(u"a"_s, "1"_ba).ok());
        QVERIFY(next->add(u"b"_s, "another"_ba).ok());
        if (how == u"gone"_s)
            QVERIFY(QFile::remove(m_path + u"/a"_s));
        else
            overwrite(u"a"_s, "x"_ba);
        const auto finished = next->finish();
        QCOMPARE(finished.error().code, Error::Code::Io);
        QVERIFY(finished.error().detail.contains(m_path + u"/a"_s));
        QVERIFY(!m_steps.contains(u"exchange"_s));
        next.reset();
        QCOMPARE(held().value(u"b"_s), "2"_ba);
        QCOMPARE(beside(), QStringList{u"folder"_s});
    }
    void contentThatCanNotBeReadChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::newRow("of a new file") << QByteArray();
        QTest::newRow("of a file that is there") << QByteArray(200'000, 'x');
    }
    void contentThatCanNotBeReadChangesNothing()
    {
        QFETCH(QByteArray, old);
        const Files before = old.isEmpty() ? Files{{u"b"_s, "1"}} : Files{{u"a"_s, old}};
        make(before);
        auto next = draft();
        Unsteady content({QByteArray(200'000, 'x')}, 100'000);
        QCOMPARE(next->add(u"a"_s, content).error().code, Error::Code::Io);
        next.reset();
        QCOMPARE(held(), before);
        QCOMPARE(beside(), QStringList{u"folder"_s});
    }
    void whatCanNotBeWrittenChangesNothing()
    {
        make({{u"a"_s, "1"}});
        auto next = draft();
        QVERIFY(next->add(u"b"_s, "1"_ba).ok());
        QCOMPARE(next->add(u"b/c"_s, "1"_ba).error().code, Error::Code::Io); // a file is no folder
        next.reset();
        QCOMPARE(held(), (Files{{u"a"_s, "1"}}));
        QCOMPARE(beside(), QStringList{u"folder"_s});
    }
    void aLinkIsReplaced()
    {
        QVERIFY(QDir().mkpath(m_path));
        QFile other(m_home->filePath(u"other"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("1") == 1);
        other.close();
        QVERIFY(QFile::link(other.fileName(), m_path + u"/a"_s));
        make({{u"a"_s, "1"}});
        QVERIFY(!QFileInfo(m_path + u"/a"_s).isSymLink());
        QVERIFY(other.exists());
    }
};

QTEST_GUILESS_MAIN(TestFolderDraft)
#include "tst_folderdraft.moc"
