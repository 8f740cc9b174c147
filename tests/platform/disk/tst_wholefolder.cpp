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
    /// True: it was replaced by these files; false: it held them.
    static Result<bool> replace(const WholeFolder &folder, const QMap<QString, QByteArray> &files)
    {
        const auto draft = folder.draft();
        if (!draft)
            return draft.error();
        for (auto file = files.begin(); file != files.end(); ++file) {
            if (const auto added = draft.value()->add(file.key(), file.value()); !added)
                return added.error();
        }
        return draft.value()->finish();
    }

private Q_SLOTS:
    void init() { m_path = m_home.path() + u'/' + QString::fromLatin1(QTest::currentTestFunction()); }
    void whatWasThereGoesAndNothingIsLeftBeside()
    {
        const WholeFolder folder(m_path);
        QVERIFY(replace(folder, {{u"a"_s, "1"}, {u"deep/er/b"_s, "2"}}).value());
        QVERIFY(replace(folder, {{u"a"_s, "3"}}).value());
        QCOMPARE(bytesOf(m_path + u"/a"_s), "3"_ba);
        QCOMPARE(folder.entries().value(), QStringList(u"a"_s));
        QVERIFY(QDir(m_home.path()).entryList({u"*.new-*"_s}, QDir::Dirs | QDir::Hidden).isEmpty());
    }
    void foldersOfAnyDepthAreMade()
    {
        const WholeFolder folder(m_path);
        QVERIFY(replace(folder, {{u"data/tables/x.csv"_s, "x"}, {u"data/y"_s, "y"}}).value());
        QCOMPARE(bytesOf(m_path + u"/data/tables/x.csv"_s), "x"_ba);
        QVERIFY(QFile::permissions(m_path + u"/data/tables"_s).testFlags(QFile::ReadOther | QFile::ExeOther));
    }
    void theSameFilesAreNotWrittenAgain()
    {
        QStringList steps;
        const WholeFolder folder(m_path, [&](const QString &step) { steps.append(step); });
        QVERIFY(replace(folder, {{u"a"_s, "1"}}).value());
        steps.clear();
        QVERIFY(!replace(folder, {{u"a"_s, "1"}}).value());
        QVERIFY2(steps.isEmpty(), qPrintable(steps.join(u'\n')));
    }
    void whatAKilledRunLeftGoesAtTheNext()
    {
        const QString left = m_path + u".new-0123456789abcdef"_s;
        const QString another = m_path + u".new-mine"_s;
        QVERIFY(QDir().mkpath(left) && QDir().mkpath(another));
        QVERIFY(replace(WholeFolder(m_path), {{u"a"_s, "1"}}).ok());
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
        const auto done = replace(WholeFolder(m_home.path() + u"/missing/folder"_s), {{u"a"_s, "1"}});
        QCOMPARE(done.error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestWholeFolder)
#include "tst_wholefolder.moc"
