#include "contract/event.h"

#include "contract/limits.h"

#include "support/values.h"
#include "support/vectors.h"

#include <QJsonArray>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
const char first[] =
    R"({"first_in":"ever","period":"2026-W47","reporter":"00112233445566778899aabbccddeeff","topic":"user","value":{}})";
const char good[] =
    R"({"period":"2026-11","reporter":"00112233445566778899aabbccddeeff","topic":"plugin","value":{"name":"a"}})";
} // namespace

class TestEvent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bytesGoThereAndBack()
    {
        const auto event = eventFromBytes(good);
        QVERIFY(event.ok());
        QCOMPARE(eventBytes(event.value()), QByteArray(good));
        QVERIFY(!event.value().firstIn);
        QCOMPARE(eventFromBytes(first).value().firstIn, std::optional(FirstIn::Ever));
        QCOMPARE(eventBytes(eventFromBytes(first).value()), QByteArray(first));
    }
    /// Python's json made them.
    void agreesWithThePublishedVectors()
    {
        const QJsonArray rows = TestSupport::vectors(u"event.json"_s)["events"_L1].toArray();
        int withFirstIn = 0;
        for (const QJsonValue &row : rows) {
            const auto firstIn = firstInFromName(row["first_in"_L1].toString());
            const Event event{row["topic"_L1].toString(), *Period::fromString(row["period"_L1].toString()),
                              *Reporter::fromString(row["reporter"_L1].toString()), row["value"_L1].toObject(),
                              firstIn};
            QCOMPARE(QString::fromUtf8(eventBytes(event)), row["bytes"_L1].toString());
            QCOMPARE(eventFromBytes(row["bytes"_L1].toString().toUtf8()).value(), event);
            const TopicDefinition &topic = *TestSupport::dictionary().topic(event.topic);
            QVERIFY(!refusalOf(topic, event));
            withFirstIn += firstIn ? 1 : 0;
        }
        QCOMPARE(withFirstIn, 4 + 2);
        QVERIFY(rows.size() > TestSupport::dictionary().topics().size());
    }
    void theTopicDecidesWhatAnEventNames_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<std::optional<FirstIn>>("firstIn");
        QTest::addColumn<bool>("allowed");
        const std::optional<FirstIn> none;
        QTest::newRow("user, none") << u"user"_s << none << false;
        QTest::newRow("user, week") << u"user"_s << std::optional(FirstIn::Week) << true;
        QTest::newRow("user, ever") << u"user"_s << std::optional(FirstIn::Ever) << true;
        QTest::newRow("napari, month") << u"napari"_s << std::optional(FirstIn::Month) << true;
        QTest::newRow("napari, year") << u"napari"_s << std::optional(FirstIn::Year) << false;
        QTest::newRow("python, none") << u"python"_s << none << true;
        QTest::newRow("python, week") << u"python"_s << std::optional(FirstIn::Week) << false;
    }
    void theTopicDecidesWhatAnEventNames()
    {
        QFETCH(QString, topic);
        QFETCH(std::optional<FirstIn>, firstIn);
        const TopicDefinition &definition = *TestSupport::dictionary().topic(topic);
        const auto refusal = refusalOf(definition, definition.example, firstIn);
        QTEST(!refusal.has_value(), "allowed");
    }
    void theTopicDecidesWhichPeriodAnEventNames()
    {
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            Event event = TestSupport::event(topic.topic, topic.example);
            QVERIFY(!refusalOf(topic, event));
            event.period = topic.isMonthly ? Period(event.week()) : Period::monthOf(event.week());
            QVERIFY(refusalOf(topic, event));
        }
    }
    void whereItWasRecordedIsNotInItsBytes()
    {
        Event event = eventFromBytes(good).value();
        QCOMPARE(event.week().toString(), u"2026-W45"_s); // nobody else knows
        event.recordedIn = Week::fromString(u"2026-W47");
        QCOMPARE(event.week().toString(), u"2026-W47"_s);
        QCOMPARE(eventBytes(event), QByteArray(good));
        QCOMPARE(event, eventFromBytes(good).value());
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray text(good);
        QTest::newRow("neither week nor month") << QByteArray(text).replace("2026-11", "2026-11-2");
        QTest::newRow("a year") << QByteArray(text).replace("2026-11", "2026");
        QTest::newRow("reporter") << QByteArray(text).replace("0011", "xx11");
        QTest::newRow("no topic") << QByteArray(text).replace("topic", "tropic");
        QTest::newRow("a field more") << QByteArray(text).replace("{\"per", "{\"at\":1,\"per");
        QTest::newRow("value is no object") << QByteArray(text).replace("{\"name\":\"a\"}", "[]");
        QTest::newRow("first in a period that is none") << QByteArray(first).replace("ever", "day");
        QTest::newRow("first in a period that is no text") << QByteArray(first).replace("\"ever\"", "1");
        QTest::newRow("too big") << QByteArray(text).replace("\"a\"", '"' + QByteArray(Limits::eventBytes, 'a') + '"');
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!eventFromBytes(bytes));
    }
};

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
