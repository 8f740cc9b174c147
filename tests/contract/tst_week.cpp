#include "contract/week.h"

#include "support/vectors.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWeek : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheIsoWeekInUtc_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("week");
        QTest::newRow("today") << u"2026-11-23T20:00:00Z"_s << u"2026-W48"_s;
        QTest::newRow("last second of a week") << u"2026-11-22T23:59:59Z"_s << u"2026-W47"_s;
        QTest::newRow("first second of a week") << u"2026-11-23T00:00:00Z"_s << u"2026-W48"_s;
        QTest::newRow("New Year's Eve in the next ISO year") << u"2024-12-30T12:00:00Z"_s << u"2025-W01"_s;
        QTest::newRow("first of January in week 1") << u"2024-01-01T00:00:00Z"_s << u"2024-W01"_s;
        QTest::newRow("January in week 53 of the year before") << u"2027-01-03T12:00:00Z"_s << u"2026-W53"_s;
        QTest::newRow("another zone is converted") << u"2026-11-23T01:00:00+02:00"_s << u"2026-W47"_s;
    }
    void isTheIsoWeekInUtc()
    {
        QFETCH(QString, moment);
        QFETCH(QString, week);
        QCOMPARE(Week::of(QDateTime::fromString(moment, Qt::ISODate)).toString(), week);
        QCOMPARE(Week::fromString(week)->toString(), week);
    }
    void itsThursdayDecidesMonthAndYear_data()
    {
        QTest::addColumn<QString>("week");
        QTest::addColumn<QDate>("thursday");
        QTest::newRow("begins in the month before") << u"2026-W40"_s << QDate(2026, 10, 1);
        QTest::newRow("ends in the month after") << u"2026-W44"_s << QDate(2026, 10, 29);
        QTest::newRow("week 53") << u"2026-W53"_s << QDate(2026, 12, 31);
        QTest::newRow("begins in the year before") << u"2025-W01"_s << QDate(2025, 1, 2);
    }
    void itsThursdayDecidesMonthAndYear()
    {
        QFETCH(QString, week);
        QTEST(Week::fromString(week)->thursday(), "thursday");
    }
    /// They were made by Python's datetime.
    void agreesWithThePublishedVectors()
    {
        const QJsonObject root = TestSupport::vectors(u"weeks.json"_s);
        for (const QJsonValue &row : root["moments"_L1].toArray()) {
            const Week week = Week::of(QDateTime::fromString(row["moment"_L1].toString(), Qt::ISODate));
            QCOMPARE(week.toString(), row["week"_L1].toString());
            QCOMPARE(week.monday().toString(Qt::ISODate), row["monday"_L1].toString());
            QCOMPARE(week.closesAt().toString(Qt::ISODate), row["closes_at"_L1].toString());
        }
        for (const QJsonValue &row : root["distances"_L1].toArray()) {
            const auto from = Week::fromString(row["from"_L1].toString());
            const auto to = Week::fromString(row["to"_L1].toString());
            QCOMPARE(from->weeksTo(*to), row["weeks"_L1].toInt());
            QCOMPARE(from->plusWeeks(row["weeks"_L1].toInt()), *to);
        }
        QVERIFY(root["moments"_L1].toArray().size() > 10 && root["distances"_L1].toArray().size() > 5);
    }
    void otherFormsAreNoWeek_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2026-W00", "2025-W53", "2026-W54", "2026W47", "2026-w47", "2026-W4", "2026-W477",
                                 " 2026-W4", "+026-W47", "2026-W-1", "1969-W01"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("other digits") << u"٢٠٢٦-W47"_s;
    }
    void otherFormsAreNoWeek()
    {
        QFETCH(QString, text);
        QVERIFY(!Week::fromString(text).has_value());
    }
    void countsAcrossYears()
    {
        const Week last = *Week::fromString(u"2026-W53");
        QCOMPARE(last.plusWeeks(1).toString(), u"2027-W01"_s);
        QCOMPARE(last.weeksTo(*Week::fromString(u"2027-W02")), 2);
        QCOMPARE(last.weeksTo(*Week::fromString(u"2026-W51")), -2);
        QVERIFY(last < last.plusWeeks(1));
    }
    void closesTwentyOneDaysAfterItsEnd()
    {
        QCOMPARE(Week::fromString(u"2026-W47")->closesAt(), QDateTime(QDate(2026, 12, 14), QTime(0, 0), Qt::UTC));
    }
};

QTEST_GUILESS_MAIN(TestWeek)
#include "tst_week.moc"
