#include "contract/batchcodec.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBatchCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinsTheEventsOwnBytes()
    {
        // Not canonical on purpose: what the preview showed is sent, whatever it looks like.
        const QByteArrayList events{R"({"z":1, "a":2})", R"({"b":3})"};
        const QByteArray body = BatchCodec::encode(7, events);
        QCOMPARE(body, QByteArray(R"({"dictionary":7,"events":[{"z":1, "a":2},{"b":3}]})"));
        const auto batch = BatchCodec::decode(body);
        QVERIFY(batch.ok());
        QCOMPARE(batch.value().dictionary, 7);
        QCOMPARE(batch.value().events.size(), 2);
    }
    void batchesKeepTheLimits_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QList<qsizetype>>("lengths");
        QTest::newRow("none") << 0 << 200 << QList<qsizetype>{};
        QTest::newRow("one") << 1 << 200 << QList<qsizetype>{1};
        QTest::newRow("as many as allowed") << 500 << 100 << QList<qsizetype>{500};
        QTest::newRow("one more") << 501 << 100 << QList<qsizetype>{500, 1};
        QTest::newRow("too many bytes") << 70 << 2048 << QList<qsizetype>{31, 31, 8};
        QTest::newRow("too large for any") << 2 << 65536 << QList<qsizetype>{1, 1};
    }
    void batchesKeepTheLimits()
    {
        QFETCH(int, events);
        QFETCH(int, bytes);
        QFETCH(QList<qsizetype>, lengths);
        QCOMPARE(BatchCodec::batchLengths(QList<qsizetype>(events, bytes), 1), lengths);
        for (const qsizetype length : lengths) {
            const QByteArray event = "{\"n\":\"" + QByteArray(bytes - 8, 'x') + "\"}";
            QCOMPARE(BatchCodec::decode(BatchCodec::encode(1, QByteArrayList(length, event))).ok(), bytes < 65536);
        }
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("no events") << R"({"dictionary":1,"events":[]})"_ba << int(Error::Code::Invalid);
        QTest::newRow("no version") << R"({"events":[{}]})"_ba << int(Error::Code::Invalid);
        QTest::newRow("version as text") << R"({"dictionary":"1","events":[{}]})"_ba << int(Error::Code::Invalid);
        QTest::newRow("version as fraction") << R"({"dictionary":1.5,"events":[{}]})"_ba << int(Error::Code::Invalid);
        QTest::newRow("a field more") << R"({"dictionary":1,"events":[{}],"user":"ada"})"_ba
                                      << int(Error::Code::Invalid);
        QTest::newRow("events no list") << R"({"dictionary":1,"events":{}})"_ba << int(Error::Code::Invalid);
        QTest::newRow("too many") << BatchCodec::encode(1, QByteArrayList(Limits::requestEvents + 1, "{}"))
                                  << int(Error::Code::TooLarge);
        QTest::newRow("too big") << BatchCodec::encode(1, {QByteArray(Limits::requestBytes, ' ')})
                                 << int(Error::Code::TooLarge);
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const auto batch = BatchCodec::decode(body);
        QVERIFY(!batch);
        QCOMPARE(int(batch.error().code), code);
    }
    void answersGoThereAndBack()
    {
        const QList<Refusal> refused{{0, u"week is closed"_s}, {3, u"unknown topic"_s}};
        QCOMPARE(BatchCodec::decodeAnswer(BatchCodec::encodeAnswer(refused), 4).value(), refused);
        QCOMPARE(BatchCodec::encodeAnswer({}), R"({"refused":[]})"_ba);
    }
    void refusesAnswersAboutOtherEvents_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("outside") << R"({"refused":[{"index":4,"reason":"x"}]})"_ba;
        QTest::newRow("negative") << R"({"refused":[{"index":-1,"reason":"x"}]})"_ba;
        QTest::newRow("twice") << R"({"refused":[{"index":1,"reason":"x"},{"index":1,"reason":"x"}]})"_ba;
        QTest::newRow("no index") << R"({"refused":[{"reason":"x"}]})"_ba;
        QTest::newRow("no list") << R"({})"_ba;
        QTest::newRow("html") << R"(<html>)"_ba;
    }
    void refusesAnswersAboutOtherEvents()
    {
        QFETCH(QByteArray, answer);
        QVERIFY(!BatchCodec::decodeAnswer(answer, 4));
    }
};

QTEST_GUILESS_MAIN(TestBatchCodec)
#include "tst_batchcodec.moc"
