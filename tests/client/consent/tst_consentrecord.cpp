#include "client/consent/consentrecord.h"

#include "contract/limits.h"

#include <QTest>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
const QDateTime moment(QDate(2026, 11, 23), QTime(20, 0), Qt::UTC);
const QByteArray good =
    R"({"schema":1,"level":"middle","dictionary":1,"text_sha256":"ab","answered":"2026-11-23T20:00:00Z"})";
} // namespace

class TestConsentRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesThereAndBack()
    {
        const Answer plain{Level::Basic, 3, "abc", moment, std::nullopt};
        const Answer limited{Level::Full, 3, "abc", moment, moment.addDays(30)};
        for (const ConsentRecord &record :
             {ConsentRecord{plain, {}, {}}, ConsentRecord{limited, {plain, limited}, {}},
              ConsentRecord{plain, {}, Pause{}}, ConsentRecord{plain, {limited}, Pause{moment.addSecs(3600)}}}) {
            const auto read = consentRecordFromJson(consentRecordToJson(record));
            QVERIFY(read);
            QCOMPARE(read.value(), record);
        }
        for (const bool neverAsk : {false, true})
            QCOMPARE(userChoiceFromJson(userChoiceToJson({neverAsk})).value(), UserChoice{neverAsk});
    }
    void rememberEarlierAnswersUpToTheLimit()
    {
        std::optional<ConsentRecord> record;
        for (int i = 0; i <= Limits::rememberedAnswers + 5; ++i) {
            if (record)
                record->pause = Pause{};
            record = answeredAgain(record, Answer{Level::Basic, 1, {}, moment.addSecs(i), {}});
        }
        QCOMPARE(record->earlier.size(), Limits::rememberedAnswers);
        QCOMPARE(record->answer.answered, moment.addSecs(Limits::rememberedAnswers + 5));
        QCOMPARE(record->earlier.last().answered, moment.addSecs(Limits::rememberedAnswers + 4));
        QVERIFY(!record->pause);
        QVERIFY(consentRecordFromJson(consentRecordToJson(*record)));
    }
    void doubtfulUserChoicesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nothing said") << QByteArray(R"({"schema":1})");
        QTest::newRow("newer schema") << QByteArray(R"({"schema":2,"never_ask":false})");
        QTest::newRow("unknown setting") << QByteArray(R"({"schema":1,"never_ask":false,"level":"full"})");
        QTest::newRow("text for a flag") << QByteArray(R"({"schema":1,"never_ask":"no"})");
    }
    void doubtfulUserChoicesAreErrors()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!userChoiceFromJson(json));
    }
    void doubtfulRecordsAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << good.left(40);
        QTest::newRow("newer schema") << QByteArray(good).replace(R"("schema":1)", R"("schema":2)");
        QTest::newRow("no schema") << QByteArray(good).replace(R"("schema":1,)", "");
        QTest::newRow("unknown level") << QByteArray(good).replace("middle", "everything");
        QTest::newRow("unknown field") << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"but":"not really")");
        QTest::newRow("no time") << QByteArray(good).replace("2026-11-23T20:00:00Z", "yesterday");
        QTest::newRow("local time") << QByteArray(good).replace("20:00:00Z", "20:00:00");
        QTest::newRow("limit is no time")
            << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"expires":"never")");
        QTest::newRow("limit is null") << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"expires":null)");
        QTest::newRow("no dictionary") << QByteArray(good).replace(R"("dictionary":1)", R"("dictionary":0)");
        QTest::newRow("paused for no time")
            << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"paused":"a while")");
        QTest::newRow("pause is null") << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"paused":null)");
        QTest::newRow("earlier is no list") << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"earlier":{})");
        QTest::newRow("earlier answer is damaged")
            << QByteArray(good).replace(R"("schema":1)", R"("schema":1,"earlier":[{"level":"full"}])");
        QTest::newRow("binary") << QByteArray(100, '\0');
    }
    void doubtfulRecordsAreNone()
    {
        QVERIFY(consentRecordFromJson(good));
        QFETCH(QByteArray, json);
        QVERIFY(!consentRecordFromJson(json));
    }
    void aNoOrAnEndInTimeBreaksTheLine_data()
    {
        QTest::addColumn<QList<Answer>>("answers");
        QTest::addColumn<int>("unbroken");
        const auto at = [](int hour, Level level, std::optional<QDateTime> expires = std::nullopt) {
            return Answer{level, 1, {}, moment.addSecs(hour * 3600), expires};
        };
        QTest::newRow("one yes") << QList{at(0, Level::Basic)} << 1;
        QTest::newRow("a no") << QList{at(0, Level::None)} << 0;
        QTest::newRow("changed twice") << QList{at(0, Level::Full), at(1, Level::Basic), at(2, Level::Full)} << 3;
        QTest::newRow("a no between") << QList{at(0, Level::Full), at(1, Level::None), at(2, Level::Full)} << 1;
        QTest::newRow("after a no") << QList{at(0, Level::None), at(1, Level::Basic), at(2, Level::Full)} << 2;
        QTest::newRow("ended before") << QList{at(0, Level::Full, moment.addSecs(60)), at(1, Level::Full)} << 1;
        QTest::newRow("not ended yet") << QList{at(0, Level::Full, moment.addDays(1)), at(1, Level::Full)} << 2;
    }
    void aNoOrAnEndInTimeBreaksTheLine()
    {
        QFETCH(QList<Answer>, answers);
        QFETCH(int, unbroken);
        ConsentRecord record{answers.takeLast(), answers, {}};
        const auto found = unbrokenAnswers(record);
        QCOMPARE(found.size(), unbroken);
        if (unbroken > 0)
            QCOMPARE(found.last(), record.answer);
    }
};

QTEST_GUILESS_MAIN(TestConsentRecord)
#include "tst_consentrecord.moc"
