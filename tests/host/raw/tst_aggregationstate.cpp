#include "host/raw/aggregationstate.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAggregationState : public QObject
{
    Q_OBJECT

    const AggregationState m_state{QDateTime(QDate(2026, 11, 18), QTime(3, 4, 5), Qt::UTC), 1, 2, 3};

private Q_SLOTS:
    void itIsTheSameThereAndBack()
    {
        QCOMPARE(parseAggregationState(aggregationStateBytes(m_state)).value(), m_state);
        QCOMPARE(aggregationStateBytes(m_state),
                 R"({"broken":2,"missed":1,"ran":"2026-11-18T03:04:05Z","waiting":3})"_ba);
    }
    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = aggregationStateBytes(m_state);
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no JSON") << "ran"_ba;
        QTest::newRow("no time zone") << QByteArray(good).replace("05Z", "05");
        QTest::newRow("negative") << QByteArray(good).replace("\"missed\":1", "\"missed\":-1");
        QTest::newRow("a half") << QByteArray(good).replace("\"missed\":1", "\"missed\":1.5");
        QTest::newRow("a text") << QByteArray(good).replace("\"missed\":1", "\"missed\":\"1\"");
        QTest::newRow("too many") << QByteArray(good).replace("\"missed\":1", "\"missed\":1e300");
        QTest::newRow("one is missing") << QByteArray(good).replace("\"missed\":1,", "");
        QTest::newRow("one too many") << QByteArray(good).replace("\"missed\"", "\"more\":1,\"missed\"");
        QTest::newRow("too large") << good + QByteArray(Limits::aggregationStateBytes, ' ');
    }
    void whatIsNoneIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!parseAggregationState(bytes).ok());
    }
};

QTEST_GUILESS_MAIN(TestAggregationState)
#include "tst_aggregationstate.moc"
