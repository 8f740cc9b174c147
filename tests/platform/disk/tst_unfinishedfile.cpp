#include "platform/disk/unfinishedfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Mode = UnfinishedFile::Mode;

/// What is made of it, and a writer that is killed between its steps, are in tst_wholefile and tst_killedwriter.
class TestUnfinishedFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<UnfinishedFile> make(Mode mode = Mode::Private) const
    {
        auto file = UnfinishedFile::make(m_folder->path(), mode);
        return file ? std::move(file).value() : nullptr;
    }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void twoNeverHaveOneName()
    {
        const auto one = make();
        const auto other = make();
        QVERIFY(one && other);
        QCOMPARE(names().size(), 2);
    }
    void whatDoesNotBecomeAnotherLeavesNothing()
    {
        {
            const auto file = make();
            QVERIFY(file && file->write("half").ok());
            QCOMPARE(names().size(), 1);
        }
        QCOMPARE(names(), QStringList());
    }
    void onlyItsOwnerReadsAPrivateOneFromTheFirstMoment()
    {
        const auto file = make();
        QVERIFY(file);
        const auto others = QFile::permissions(m_folder->filePath(names().first()))
                            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QCOMPARE(others, QFile::Permissions());
    }
    void itBecomesTheOtherOnce()
    {
        const auto file = make();
        QVERIFY(file && file->write("whole").ok());
        QVERIFY(file->become(m_folder->filePath(u"a"_s)).ok());
        QCOMPARE(names(), QStringList{u"a"_s});
    }
    void oneThatSomebodyIsAtIsNoLeftover()
    {
        const auto file = make();
        UnfinishedFile::removeLeftovers(m_folder->path(), Mode::Private);
        QCOMPARE(names().size(), 1);
        QVERIFY(file->write("on").ok());
    }
    void withoutAFolderThereIsNone()
    {
        const auto file = UnfinishedFile::make(m_folder->filePath(u"none"_s), Mode::Private);
        QCOMPARE(file.error().code, Error::Code::Io);
        QVERIFY(!file.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUnfinishedFile)
#include "tst_unfinishedfile.moc"
