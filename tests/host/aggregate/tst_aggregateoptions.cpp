#include "host/aggregate/aggregateoptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAggregateOptions : public QObject
{
    Q_OBJECT

    static QStringList line(const QStringList &more = {})
    {
        return QStringList{u"program"_s, u"run"_s, u"--raw"_s, u"r"_s, u"--aggregates"_s, u"a"_s, u"--public"_s, u"p"_s}
               + more;
    }

private Q_SLOTS:
    void hasDefaults()
    {
        const auto command = readAggregateOptions(line());
        QVERIFY(command.ok());
        const AggregateOptions &options = *command.value().run;
        QCOMPARE(options.raw, u"r"_s);
        QCOMPARE(options.aggregates, u"a"_s);
        QCOMPARE(options.publicFolder, u"p"_s);
        QCOMPARE(options.key, u"a.key"_s);
        QVERIFY(!options.now);
        QCOMPARE(options.parameters.epsilon, Epsilon());
        QCOMPARE(options.parameters.threshold, 15);
        QCOMPARE(options.parameters.rounding, 5);
    }
    void takesEveryOption()
    {
        const auto command =
            readAggregateOptions(line({u"--key"_s, u"k"_s, u"--now"_s, u"2026-11-18T12:00:00Z"_s, u"--epsilon"_s,
                                       u"0.5"_s, u"--threshold"_s, u"20"_s, u"--rounding"_s, u"10"_s}));
        QVERIFY(command.ok());
        const AggregateOptions &options = *command.value().run;
        QCOMPARE(options.key, u"k"_s);
        QCOMPARE(*options.now, QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
        QCOMPARE(options.parameters.epsilon.toString(), u"0.5"_s);
        QCOMPARE(options.parameters.threshold, 20);
        QCOMPARE(options.parameters.rounding, 10);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList none{u"program"_s};
        QTest::newRow("nothing") << none;
        QTest::newRow("no command") << none + line().mid(2);
        QTest::newRow("another command") << line({u"again"_s});
        QTest::newRow("unknown option") << line({u"--force"_s});
        QTest::newRow("no raw") << none + QStringList{u"run"_s} + line().mid(4);
        QTest::newRow("no public") << line().mid(0, 6);
        QTest::newRow("epsilon 0") << line({u"--epsilon"_s, u"0"_s});
        QTest::newRow("threshold 0") << line({u"--threshold"_s, u"0"_s});
        QTest::newRow("threshold too large") << line({u"--threshold"_s, u"1000001"_s});
        QTest::newRow("rounding 0") << line({u"--rounding"_s, u"0"_s});
        QTest::newRow("rounding could make 0") << line({u"--threshold"_s, u"4"_s});
        QTest::newRow("no number") << line({u"--rounding"_s, u"5.0"_s});
        QTest::newRow("moment without zone") << line({u"--now"_s, u"2026-11-18T12:00:00"_s});
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto command = readAggregateOptions(arguments);
        QVERIFY(!command.ok());
        QVERIFY(!command.error().detail.isEmpty());
        QVERIFY(!command.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto command = readAggregateOptions({u"program"_s, u"--help"_s});
        QVERIFY(!command.value().run);
        for (const QString &word : {u"--raw"_s, u"--aggregates"_s, u"--public"_s, u"--key"_s, u"--now"_s,
                                    u"--epsilon"_s, u"--threshold"_s, u"--rounding"_s, u"Exit codes"_s})
            QVERIFY(command.value().text.contains(word));
        QVERIFY(readAggregateOptions({u"program"_s, u"--version"_s}).value().text.contains(u"0."_s));
    }
};

QTEST_GUILESS_MAIN(TestAggregateOptions)
#include "tst_aggregateoptions.moc"
