#include "host/rehearse/rehearseoptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRehearseOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesBothCommands_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<RehearseOptions::Command>("command");
        QTest::newRow("make") << u"make"_s << RehearseOptions::Command::Make;
        QTest::newRow("check") << u"check"_s << RehearseOptions::Command::Check;
    }
    void takesBothCommands()
    {
        QFETCH(QString, word);
        QFETCH(RehearseOptions::Command, command);
        const auto read = readRehearseOptions({u"program"_s, word, u"/tmp/kit"_s});
        QVERIFY(read.ok());
        QCOMPARE(read.value().run->command, command);
        QCOMPARE(read.value().run->folder, u"/tmp/kit"_s);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no folder") << QStringList{u"make"_s};
        QTest::newRow("two folders") << QStringList{u"make"_s, u"a"_s, u"b"_s};
        QTest::newRow("another word") << QStringList{u"draw"_s, u"a"_s};
        QTest::newRow("an option") << QStringList{u"make"_s, u"a"_s, u"--key"_s, u"00"_s};
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        const auto read = readRehearseOptions(QStringList{u"program"_s} + words);
        QVERIFY(!read.ok());
        QVERIFY(!read.error().detail.isEmpty());
    }
    void helps()
    {
        const auto read = readRehearseOptions({u"program"_s, u"--help"_s});
        QVERIFY(!read.value().run);
        QVERIFY(read.value().text.contains(u"Exit codes"_s));
    }
};

QTEST_GUILESS_MAIN(TestRehearseOptions)
#include "tst_rehearseoptions.moc"
