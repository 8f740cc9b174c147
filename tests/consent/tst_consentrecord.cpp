#include "consent/consentrecord.h"

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
        const ConsentRecord plain{Level::Basic, 3, "abc", moment, std::nullopt};
        QCOMPARE(consentRecordFromJson(consentRecordToJson(plain)).value(), plain);
        const ConsentRecord limited{Level::Full, 3, "abc", moment, moment.addDays(30)};
        QCOMPARE(consentRecordFromJson(consentRecordToJson(limited)).value(), limited);
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
        QTest::newRow("binary") << QByteArray(100, '\0');
    }
    void doubtfulRecordsAreNone()
    {
        QVERIFY(consentRecordFromJson(good));
        QFETCH(QByteArray, json);
        QVERIFY(!consentRecordFromJson(json));
    }
};

QTEST_GUILESS_MAIN(TestConsentRecord)
#include "tst_consentrecord.moc"
