#include "host/aggregate/runclock.h"

#include <QTest>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRunClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doubts_data()
    {
        QTest::addColumn<QDate>("builtOn");
        QTest::addColumn<QDate>("lastRun");
        QTest::addColumn<QString>("newestWeek"); // empty: none
        QTest::addColumn<QString>("why");        // empty: no doubt
        const QDate today(2026, 11, 18);         // a Wednesday, in 2026-W47
        const auto row = [](const char *name, QDate builtOn, QDate lastRun, const QString &newestWeek,
                            const QString &why) { QTest::newRow(name) << builtOn << lastRun << newestWeek << why; };
        row("knows nothing", {}, {}, {}, {});
        row("built tomorrow, in another time zone", today.addDays(1), {}, {}, {});
        row("built the day after tomorrow", today.addDays(2), {}, {}, u"this program was built on 2026-11-20"_s);
        row("built eleven months ago, and nothing else is known", today.addDays(-330), {}, {}, {});
        row("built longer ago, and nothing else is known", today.addDays(-331), {}, {},
            u"this program, which never ran here, was built on 2025-12-22"_s);
        row("built long ago, and there are events", today.addYears(-9), {}, u"2026-W47"_s, {});
        row("built long ago, and ran yesterday", today.addYears(-9), today.addDays(-1), {}, {});
        row("ran tomorrow", {}, today.addDays(1), {}, {});
        row("ran the day after tomorrow", {}, today.addDays(2), {}, u"the last run was on 2026-11-20"_s);
        row("ran two months ago", {}, today.addDays(-60), {}, {});
        row("ran longer ago", {}, today.addDays(-61), {}, u"the last run was on 2026-09-18"_s);
        row("ran longer ago, and there are events", {}, today.addDays(-61), u"2026-W47"_s,
            u"the last run was on 2026-09-18"_s);
        row("events of this week", {}, {}, u"2026-W47"_s, {});
        row("events of next week, whose Monday is in five days", {}, {}, u"2026-W48"_s,
            u"there are raw events of 2026-W48"_s);
        row("all of it is right", today, today, u"2026-W47"_s, {});
        row("the first that is wrong is told", today.addDays(2), today.addDays(3), u"2026-W50"_s,
            u"this program was built on 2026-11-20"_s);
        row("ran later, though built before", today, today.addDays(3), u"2026-W50"_s,
            u"the last run was on 2026-11-21"_s);
    }
    void doubts()
    {
        QFETCH(QDate, builtOn);
        QFETCH(QDate, lastRun);
        QFETCH(QString, newestWeek);
        QFETCH(QString, why);
        const auto doubt = clockDoubt(QDateTime(QDate(2026, 11, 18), QTime(23, 59, 59), QTimeZone::utc()),
                                      {builtOn, lastRun, Week::fromString(newestWeek)});
        QCOMPARE(doubt.value_or(QString()),
                 why.isEmpty() ? QString() : u"this computer's clock says 2026-11-18, and "_s + why);
    }
    /// The events are of 2026-W40, whose Monday is September 28, and which closes on October 26.
    void newestEventsShowTheTime_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("why");
        const auto at = [](int month, int day) {
            return QDateTime(QDate(2026, month, day), QTime(0, 0), QTimeZone::utc());
        };
        QTest::newRow("two days before its Monday")
            << at(9, 27).addSecs(-1) << u"2026-09-26, and there are raw events of 2026-W40"_s;
        QTest::newRow("a day before its Monday") << at(9, 27) << QString();
        QTest::newRow("a week after it closed") << at(11, 3).addSecs(-1) << QString();
        QTest::newRow("eight days after it closed")
            << at(11, 3) << u"2026-11-03, and the newest raw events are of 2026-W40"_s;
        QTest::newRow("in UTC") << at(11, 3).addSecs(-1).toOffsetFromUtc(14 * 3600) << QString();
    }
    void newestEventsShowTheTime()
    {
        QFETCH(QDateTime, now);
        QFETCH(QString, why);
        const auto doubt = clockDoubt(now, {{}, {}, Week::fromString(u"2026-W40")});
        QCOMPARE(doubt.value_or(QString()), why.isEmpty() ? QString() : u"this computer's clock says "_s + why);
    }
};

QTEST_GUILESS_MAIN(TestRunClock)
#include "tst_runclock.moc"
