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
        QVERIFY(!options.now);
        QCOMPARE(command.value().budget, AggregateCommand::Budget::No);
    }
    void takesEveryOption()
    {
        const auto command = readAggregateOptions(line({u"--now"_s, u"2026-11-18T12:00:00Z"_s}));
        QVERIFY(command.ok());
        QCOMPARE(*command.value().run->now, QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
    }
    void knowsTheBudget()
    {
        using Budget = AggregateCommand::Budget;
        const auto text = readAggregateOptions({u"program"_s, u"budget"_s});
        QVERIFY(text.ok() && !text.value().run && text.value().budget == Budget::Text);
        const auto json = readAggregateOptions({u"program"_s, u"budget"_s, u"--json"_s});
        QVERIFY(json.ok() && json.value().budget == Budget::Json);
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
        for (const QString &option : {u"--epsilon"_s, u"--sigma"_s, u"--threshold"_s, u"--rounding"_s, u"--key"_s})
            QTest::newRow(qPrintable(option)) << line({option, u"1"_s});
        QTest::newRow("run as JSON") << line({u"--json"_s});
        QTest::newRow("budget of files") << QStringList{u"program"_s, u"budget"_s, u"--raw"_s, u"r"_s};
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
        for (const QString &word :
             {u"--raw"_s, u"--aggregates"_s, u"--public"_s, u"--now"_s, u"budget"_s, u"--json"_s, u"Exit codes"_s})
            QVERIFY(command.value().text.contains(word));
        QVERIFY(readAggregateOptions({u"program"_s, u"--version"_s}).value().text.contains(u"0."_s));
    }
};

QTEST_GUILESS_MAIN(TestAggregateOptions)
#include "tst_aggregateoptions.moc"
