#include "platform/disk/wholefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWholeFolder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_path;

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "nothing"_ba;
    }

private Q_SLOTS:
    void init() { m_path = m_home.path() + u'/' + QString::fromLatin1(QTest::currentTestFunction()); }
    void whatWasThereGoesAndNothingIsLeftBeside()
    {
        const WholeFolder folder(m_path);
        QVERIFY(folder.replace({{u"a"_s, "1"}, {u"deep/er/b"_s, "2"}}).value());
        QVERIFY(folder.replace({{u"a"_s, "3"}}).value());
        QCOMPARE(bytesOf(m_path + u"/a"_s), "3"_ba);
        QCOMPARE(folder.entries().value(), QStringList(u"a"_s));
        QVERIFY(QDir(m_home.path()).entryList({u"*.new-*"_s}, QDir::Dirs | QDir::Hidden).isEmpty());
    }
    void foldersOfAnyDepthAreMade()
    {
        const WholeFolder folder(m_path);
        QVERIFY(folder.replace({{u"data/tables/x.csv"_s, "x"}, {u"data/y"_s, "y"}}).value());
        QCOMPARE(bytesOf(m_path + u"/data/tables/x.csv"_s), "x"_ba);
        QVERIFY(QFile::permissions(m_path + u"/data/tables"_s).testFlags(QFile::ReadOther | QFile::ExeOther));
    }
    void theSameFilesAreNotWrittenAgain()
    {
        QStringList steps;
        const WholeFolder folder(m_path, [&](const QString &step) { steps.append(step); });
        QVERIFY(folder.replace({{u"a"_s, "1"}}).value());
        steps.clear();
        QVERIFY(!folder.replace({{u"a"_s, "1"}}).value());
        QVERIFY2(steps.isEmpty(), qPrintable(steps.join(u'\n')));
    }
    void aFileOfManyIsMadeWhenItIsWritten()
    {
        QStringList asked;
        const auto bytesOf = [&](const QString &path) {
            asked.append(path);
            return Result<QByteArray>(path.toUtf8());
        };
        const WholeFolder folder(m_path);
        QVERIFY(folder.replace({u"b/c"_s, u"a"_s}, bytesOf).value());
        QCOMPARE(asked, (QStringList{u"a"_s, u"b/c"_s}));
        asked.clear();
        QVERIFY(!folder.replace({u"b/c"_s, u"a"_s}, bytesOf).value());
        QCOMPARE(asked.size(), 2);
        QVERIFY(folder.replace(QStringList{u"a"_s}, bytesOf).value());
        QCOMPARE(folder.entries().value(), QStringList(u"a"_s));
    }
    void aFileThatCannotBeMadeChangesNothing()
    {
        const WholeFolder folder(m_path);
        QVERIFY(folder.replace({{u"a"_s, "1"}, {u"b"_s, "2"}}).value());
        for (const QByteArray &first : {"1"_ba, "3"_ba}) { // it is noticed while comparing, and while writing
            const auto done = folder.replace({u"a"_s, u"b"_s}, [&](const QString &path) {
                return path == u"a"_s ? Result<QByteArray>(first) : Error{Error::Code::Damaged, u"no b"_s};
            });
            QCOMPARE(done.error().code, Error::Code::Damaged);
            QCOMPARE(bytesOf(m_path + u"/a"_s), "1"_ba);
            QVERIFY(QDir(m_home.path()).entryList({u"*.new-*"_s}, QDir::Dirs | QDir::Hidden).isEmpty());
        }
    }
    void whatAKilledRunLeftGoesAtTheNext()
    {
        const QString left = m_path + u".new-0123456789abcdef"_s;
        const QString another = m_path + u".new-mine"_s;
        QVERIFY(QDir().mkpath(left) && QDir().mkpath(another));
        QVERIFY(WholeFolder(m_path).replace({{u"a"_s, "1"}}).ok());
        QVERIFY(!QDir(left).exists());
        QVERIFY(QDir(another).exists());
    }
    void aFileOfThisNameIsNoFolder()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(WholeFolder(m_path).entries().error().code, Error::Code::Invalid);
    }
    void aFolderThatCannotBeMadeChangesNothing()
    {
        const auto done = WholeFolder(m_home.path() + u"/missing/folder"_s).replace({{u"a"_s, "1"}});
        QCOMPARE(done.error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestWholeFolder)
#include "tst_wholefolder.moc"
