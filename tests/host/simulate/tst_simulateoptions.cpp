#include "host/simulate/simulateoptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSimulateOptions : public QObject
{
    Q_OBJECT

    static QStringList line(const QStringList &more = {})
    {
        return QStringList{u"program"_s, u"--people"_s, u"300"_s, u"--from"_s, u"2026-W40"_s, u"--truth"_s, u"t"_s}
               + more;
    }

private Q_SLOTS:
    void takesEveryOption()
    {
        const auto command = readSimulateOptions(
            line({u"--weeks"_s, u"4"_s, u"--seed"_s, u"7"_s, u"--collector"_s, u"http://127.0.0.1:8417"_s}));
        QVERIFY(command.ok());
        const SimulateOptions &options = *command.value().run;
        QCOMPARE(options.people, 300);
        QCOMPARE(options.seed, quint64(7));
        QCOMPARE(options.from.toString(), u"2026-W40"_s);
        QCOMPARE(options.weeks, 4);
        QCOMPARE(options.truth, u"t"_s);
        QCOMPARE(options.collector->events(Level::Basic).toString(), u"http://127.0.0.1:8417/v1/basic/events"_s);
    }
    void hasDefaults()
    {
        const auto command = readSimulateOptions(line());
        QCOMPARE(command.value().run->weeks, 1);
        QCOMPARE(command.value().run->seed, quint64(1));
        QVERIFY(!command.value().run->collector);
        QCOMPARE(readSimulateOptions(line({u"--weeks"_s, u"26"_s})).value().run->weeks, 26); // nothing is sent
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{u"program"_s};
        QTest::newRow("nothing to do") << line().mid(0, 5);
        QTest::newRow("nobody") << line({u"--people"_s, u"0"_s});
        QTest::newRow("too many") << line({u"--people"_s, u"10000001"_s});
        QTest::newRow("no week") << line({u"--weeks"_s, u"0"_s});
        QTest::newRow("bad week") << line({u"--from"_s, u"2026-10-01"_s});
        QTest::newRow("too early") << line({u"--from"_s, u"2025-W52"_s});
        QTest::newRow("bad seed") << line({u"--seed"_s, u"-1"_s});
        QTest::newRow("another host") << line({u"--collector"_s, u"http://192.0.2.1:80"_s});
        QTest::newRow("never open together") << line({u"--weeks"_s, u"5"_s, u"--collector"_s, u"http://127.0.0.1:1"_s});
        QTest::newRow("a word") << line({u"run"_s});
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto command = readSimulateOptions(arguments);
        QVERIFY(!command.ok());
        QVERIFY(!command.error().detail.contains(u'\n'));
    }
    void knowsWhenWeeksAreOpenTogether_data()
    {
        QTest::addColumn<int>("weeks");
        QTest::addColumn<QString>("moment");
        QTest::newRow("1") << 1 << u"2026-10-04T12:00:00Z"_s;
        QTest::newRow("4") << 4 << u"2026-10-25T12:00:00Z"_s;
        QTest::newRow("5") << 5 << QString();
    }
    void knowsWhenWeeksAreOpenTogether()
    {
        QFETCH(int, weeks);
        const auto moment = momentFor(*Week::fromString(u"2026-W40"), weeks);
        QTEST(moment ? moment->toString(Qt::ISODate) : QString(), "moment");
    }
    void helps()
    {
        const auto text = readSimulateOptions({u"program"_s, u"--help"_s}).value().text;
        for (const QString &word :
             {u"--people"_s, u"--from"_s, u"--weeks"_s, u"--seed"_s, u"--collector"_s, u"--truth"_s, u"Exit codes"_s})
            QVERIFY(text.contains(word));
    }
};

QTEST_GUILESS_MAIN(TestSimulateOptions)
#include "tst_simulateoptions.moc"
