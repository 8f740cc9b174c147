#include "contract/limits.h"
#include "support/collectorprogram.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::postBytes;
using TestSupport::RawConnection;

/// What the real program refuses to read.
class TestCollectorRequests : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT
private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
    void refusesAmbiguousRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray target = "/v1/basic/events"_ba;
        const QByteArray good = TestSupport::batch({eventOf(u"napari"_s)});
        const QByteArray size = QByteArray::number(good.size());
        const auto twice = [&](const QByteArray &before, const QByteArray &more) {
            QByteArray changed = good;
            return postBytes(target, changed.replace(before, more + before));
        };
        QTest::newRow("the same length twice") << postBytes(target, good, "Content-Length: " + size + "\r\n");
        for (const QByteArray &encoding : {"xchunked"_ba, "gzip, chunked"_ba}) {
            QTest::newRow(encoding.constData())
                << "POST " + target
                       + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                         "Transfer-Encoding: "
                       + encoding + "\r\n\r\n" + QByteArray::number(good.size(), 16) + "\r\n" + good + "\r\n0\r\n\r\n";
        }
        QTest::newRow("chunked with a length") << postBytes(target, good, "Transfer-Encoding: chunked\r\n"_ba);
        QTest::newRow("a folded line") << postBytes(target, good, "X-More: a\r\n b\r\n"_ba);
        QTest::newRow("a byte order mark") << postBytes(target, "\xef\xbb\xbf"_ba + good);
        QTest::newRow("a key of the batch twice") << twice("\"events\":"_ba, R"("events":[],)"_ba);
        QTest::newRow("a key of an event twice") << twice("\"topic\":"_ba, R"("topic":"user",)"_ba);
        QTest::newRow("a key of a value twice") << twice("\"napari_version\":"_ba, R"("napari_version":"dev",)"_ba);
        QTest::newRow("a key in two spellings")
            << twice("\"napari_version\":"_ba, R"("\u006eapari_version":"dev",)"_ba);
        const auto valued = [&](const QByteArray &json) {
            QByteArray changed = good;
            return postBytes(target, changed.replace("\"0.9.2\""_ba, json));
        };
        QTest::newRow("half of a surrogate pair") << valued("\"\\ud83d\""_ba);
        QTest::newRow("half of a surrogate pair in UTF-8") << valued("\"\xed\xa0\x80\""_ba);
        QTest::newRow("an escaped zero") << valued("\"0.9.2\\u0000\""_ba);
        QTest::newRow("a zero byte") << valued("\"0.9.2\0\""_ba);
        QTest::newRow("a line feed in a text") << valued("\"0.9.2\n\""_ba);
        QTest::newRow("an escape of C") << valued("\"\\x30.9.2\""_ba);
        QTest::newRow("a number that ends in a point") << valued("1."_ba);
        QTest::newRow("a number that begins with a point") << valued(".9"_ba);
        QTest::newRow("an octal number") << valued("010"_ba);
        QTest::newRow("a number that is infinite") << valued("1e999"_ba);
        QTest::newRow("not a number") << valued("NaN"_ba);
        QTest::newRow("too deep") << valued(QByteArray(Limits::jsonDepth, '[') + QByteArray(Limits::jsonDepth, ']'));
        QTest::newRow("a comma too many") << valued("\"0.9.2\","_ba);
        QTest::newRow("half of a surrogate pair in an erase request")
            << postBytes("/v1/basic/erase"_ba,
                         R"({"period":"2026-W47","reporters":["61616161616161616161616161616161","\ud83d"]})"_ba);
        QTest::newRow("a key of an erase request twice") << postBytes(
            "/v1/basic/erase"_ba,
            R"({"period":"2026-W46","period":"2026-W47","reporters":["61616161616161616161616161616161"]})"_ba);
    }
    /// What two readers could take for two things is read as none.
    void refusesAmbiguousRequests()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(start());
        RawConnection client(m_port);
        client.send(bytes);
        const auto answer = client.answer();
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.startsWith("{\"error\":\""));
        QCOMPARE(rows(), QStringList{});
    }
    /// JSON has one number for all of these, and so does JSON Schema: they are no reason to refuse, and one row.
    void aNumberIsTheSameHoweverItIsWritten()
    {
        QVERIFY(start());
        Event event = eventOf(u"layer-dimensions"_s);
        for (const auto &[number, spellings] : {std::pair(4, QByteArrayList{"4"_ba, "4.0"_ba, "0.4e1"_ba, "40E-1"_ba}),
                                                std::pair(0, QByteArrayList{"0"_ba, "-0"_ba, "-0.0"_ba, "0e5"_ba})}) {
            event.value[u"ndim"_s] = number;
            for (const QByteArray &spelling : spellings) {
                QByteArray batch = TestSupport::batch({event});
                batch.replace("\"ndim\":" + QByteArray::number(number), "\"ndim\":" + spelling);
                QCOMPARE(post("/v1/full/events"_ba, batch).body, R"({"refused":[]})"_ba);
            }
            event.reporter = TestSupport::reporter('b');
        }
        QCOMPARE(query(u"SELECT value FROM event ORDER BY 1"_s),
                 (QStringList{uR"({"layer_type":"image","ndim":0})"_s, uR"({"layer_type":"image","ndim":4})"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCollectorRequests)
#include "tst_collectorrequests.moc"
