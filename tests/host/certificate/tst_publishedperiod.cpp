#include "host/certificate/publishedperiod.h"

#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublishedPeriod : public QObject
{
    Q_OBJECT

    static QByteArray oneTable(const QByteArray &table)
    {
        return R"({"period":"2026-11","rounding":5,"tables":[)" + table + "]}";
    }

private Q_SLOTS:
    void readsEveryNumberWithItsInterval()
    {
        const auto read = readPublishedPeriod(
            oneTable(R"({"table":"systems","topic":"system","dimensions":["os"],"sigma":3,"threshold":20,"within":8,)"
                     R"("rows":[{"key":["linux"],"people":40},{"key":["<b>"],"people":5,"within":23}]})"),
            u"2026-11"_s);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
        const PublishedTable *table = read.value().find(u"systems"_s);
        QVERIFY(table);
        QCOMPARE(read.value().rounding, 5);
        QCOMPARE(table->threshold, 20);
        QCOMPARE(table->within, 8);
        const QList<PublishedRow> expected{{{u"linux"_s}, {40, 32, 48}}, {{u"<b>"_s}, {5, 0, 28}}};
        QCOMPARE(table->rows, expected);
        QVERIFY(!read.value().find(u"plugins"_s));
    }
    void refusesWhatIsNoFileOfNumbers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray head = R"({"table":"a","topic":"t","threshold":20,"within":8,"dimensions":["x"],"rows":)";
        QTest::newRow("no JSON") << "x"_ba;
        QTest::newRow("another period") << R"({"period":"2026-10","rounding":5,"tables":[]})"_ba;
        QTest::newRow("no tables") << R"({"period":"2026-11","rounding":5})"_ba;
        QTest::newRow("no rounding") << R"({"period":"2026-11","tables":[]})"_ba;
        QTest::newRow("no rows") << oneTable(head + "7}");
        QTest::newRow("a key too short") << oneTable(head + R"([{"key":[],"people":5}]})");
        QTest::newRow("a key of numbers") << oneTable(head + R"([{"key":[1],"people":5}]})");
        QTest::newRow("a key that is no list") << oneTable(head + R"([{"key":"a","people":5}]})");
        QTest::newRow("negative people") << oneTable(head + R"([{"key":["a"],"people":-5}]})");
        QTest::newRow("a key twice") << oneTable(head + R"([{"key":["a"],"people":5},{"key":["a"],"people":9}]})");
        QTest::newRow("a table twice") << oneTable(head + "[]}," + head + "[]}");
        QTest::newRow("a name too long") << oneTable(head + "[{\"key\":[\"" + QByteArray(257, 'a')
                                                     + "\"],\"people\":5}]}");
    }
    void refusesWhatIsNoFileOfNumbers()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readPublishedPeriod(bytes, u"2026-11"_s);
        QVERIFY(!read.ok());
        QVERIFY(!read.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPublishedPeriod)
#include "tst_publishedperiod.moc"
