#include "client/spool/disk/heldtopicsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHeldTopicsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersForEveryProcess()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"telemetry/held.json"_s);
        HeldTopicsFile file(path);
        QCOMPARE(file.read().value(), QSet<QString>());
        QVERIFY(!QFile::exists(path)); // looking makes nothing
        QVERIFY(file.setHeld(u"command"_s, true).ok());
        QVERIFY(HeldTopicsFile(path).setHeld(u"plugin"_s, true).ok());
        QCOMPARE(file.read().value(), (QSet<QString>{u"command"_s, u"plugin"_s}));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(file.setHeld(u"command"_s, false).ok());
        QCOMPARE(file.read().value(), QSet<QString>{u"plugin"_s});
    }
    void whatCanNotBeReadIsAnErrorAndIsNotWrittenOver_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("not JSON") << "held: command"_ba;
        QTest::newRow("no list") << R"({"schema":1,"held":"command"})"_ba;
        QTest::newRow("not texts") << R"({"schema":1,"held":[1]})"_ba;
        QTest::newRow("newer") << R"({"schema":2,"held":[]})"_ba;
        QTest::newRow("huge") << QByteArray(10'000, ' ');
    }
    void whatCanNotBeReadIsAnErrorAndIsNotWrittenOver()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"held.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        HeldTopicsFile held(file.fileName());
        QVERIFY(!held.read().ok());
        QVERIFY(!held.setHeld(u"command"_s, false).ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }
};

QTEST_GUILESS_MAIN(TestHeldTopicsFile)
#include "tst_heldtopicsfile.moc"
