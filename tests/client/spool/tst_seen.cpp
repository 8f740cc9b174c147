#include "client/spool/seen.h"

#include "contract/limits.h"
#include "support/values.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSeen : public QObject
{
    Q_OBJECT

    /// An event of `user` as it would be sent, having asked.
    static Event next(const Seen &seen, QStringView week, const QString &computer = u"mine"_s)
    {
        Event event = TestSupport::event(u"user", {}, week);
        event.firstIn = seen.firstIn(computer, event.topic, event.week(), FirstIn::Ever);
        return event;
    }
    static QString send(Seen &seen, QStringView week, const QString &computer = u"mine"_s)
    {
        const Event event = next(seen, week, computer);
        seen.take(computer, event, u"env"_s);
        return firstInName(*event.firstIn);
    }

private Q_SLOTS:
    void eachPeriodIsTakenOnce_data()
    {
        QTest::addColumn<QStringList>("weeks");
        QTest::addColumn<QStringList>("firsts");
        QTest::newRow("week by week") << QStringList{u"2026-W45"_s, u"2026-W46"_s, u"2026-W49"_s, u"2026-W50"_s}
                                      << QStringList{u"ever"_s, u"week"_s, u"month"_s, u"week"_s};
        QTest::newRow("the same week again")
            << QStringList{u"2026-W45"_s, u"2026-W45"_s, u"2026-W45"_s} << QStringList{u"ever"_s, u"ever"_s, u"ever"_s};
        // The year of a week is that of its Thursday: 31 December 2026 is one.
        QTest::newRow("over the year") << QStringList{u"2026-W52"_s, u"2026-W53"_s, u"2027-W01"_s, u"2027-W02"_s}
                                       << QStringList{u"ever"_s, u"week"_s, u"year"_s, u"week"_s};
        QTest::newRow("a year without") << QStringList{u"2025-W10"_s, u"2027-W10"_s}
                                        << QStringList{u"ever"_s, u"year"_s};
        // One that was sent late says nothing that another one has said.
        QTest::newRow("an older week later") << QStringList{u"2026-W46"_s, u"2026-W45"_s, u"2026-W43"_s, u"2025-W43"_s}
                                             << QStringList{u"ever"_s, u"week"_s, u"month"_s, u"year"_s};
    }
    void eachPeriodIsTakenOnce()
    {
        QFETCH(QStringList, weeks);
        Seen seen;
        QStringList firsts;
        for (const QString &week : weeks)
            firsts.append(send(seen, week));
        QTEST(firsts, "firsts");
    }
    void topicsAndComputersAreApart()
    {
        Seen seen;
        QCOMPARE(send(seen, u"2026-W45"), u"ever"_s);
        QCOMPARE(send(seen, u"2026-W46", u"other"_s), u"ever"_s);
        QStringList counted;
        for (const Seen::Counted &each : seen.counted())
            counted.append(each.computer + u' ' + each.topic + u' ' + each.period + u' ' + each.week);
        QCOMPARE(counted, (QStringList{u"mine user 2026 2026-W45"_s, u"mine user 2026-11 2026-W45"_s,
                                       u"mine user ever 2026-W45"_s, u"other user 2026 2026-W46"_s,
                                       u"other user 2026-11 2026-W46"_s, u"other user ever 2026-W46"_s}));
        QCOMPARE(seen.firstIn(u"mine"_s, u"napari"_s, TestSupport::week(u"2026-W46"), FirstIn::Month), FirstIn::Month);
    }
    void noLongerThanTheTopicAllows()
    {
        QCOMPARE(Seen().firstIn(u"mine"_s, u"napari"_s, TestSupport::week(u"2026-W46"), FirstIn::Month),
                 FirstIn::Month);
    }
    void whatSurelyDidNotArriveIsGivenBack()
    {
        Seen seen;
        const Event event = next(seen, u"2026-W45");
        seen.take(u"mine"_s, event, u"env"_s);
        seen.giveBack(u"mine"_s, event, u"env"_s);
        QCOMPARE(send(seen, u"2026-W46"), u"ever"_s);
    }
    void whatAnotherEnvironmentHasTakenStays()
    {
        Seen seen;
        const Event event = next(seen, u"2026-W45");
        seen.take(u"mine"_s, event, u"env"_s);
        seen.take(u"mine"_s, event, u"other"_s);
        seen.giveBack(u"mine"_s, event, u"env"_s);
        QCOMPARE(send(seen, u"2026-W46"), u"week"_s);
        seen.giveBack(u"mine"_s, event, u"nobody"_s);
        seen.giveBack(u"elsewhere"_s, event, u"other"_s);
        QCOMPARE(send(seen, u"2026-W47"), u"week"_s);
    }
    void theComputerThatRecordedItIsRemembered()
    {
        Seen seen;
        const Event event = next(seen, u"2026-W45");
        QCOMPARE(seen.computerOf(event, u"mine"_s), u"mine"_s);
        seen.noteRecorded(u"other"_s, event);
        QCOMPARE(seen.computerOf(event, u"mine"_s), u"other"_s);
        seen.forgetRecorded(event);
        QCOMPARE(seen.computerOf(event, u"mine"_s), u"mine"_s);
    }
    void whatIsNotNeededGoes()
    {
        Seen seen;
        Event event = next(seen, u"2026-W45");
        seen.noteRecorded(u"mine"_s, event);
        seen.take(u"mine"_s, event, u"env"_s);
        const Week week = event.week();
        const Seen before = seen;
        seen.expire(week.plusWeeks(Limits::rawDays / 7)); // the last week in which it is not 60 days old
        QVERIFY(seen == before);
        seen.expire(week.plusWeeks(Limits::rawDays / 7 + 1));
        const QByteArray left = seen.toJson(QByteArray(Limits::reporterBytes, 's'));
        QVERIFY(!left.contains("W45"));
        QVERIFY(!left.contains("2026-11"));
        QVERIFY(!left.contains(event.reporter.toString().toLatin1()));
        QCOMPARE(send(seen, u"2026-W53"), u"month"_s); // the year is known
        seen.expire(TestSupport::week(u"2028-W01"));
        QVERIFY(!seen.toJson(QByteArray(Limits::reporterBytes, 's')).contains("\"2026\""));
        QCOMPARE(send(seen, u"2028-W01"), u"year"_s);
    }
    void goesThereAndBack()
    {
        Seen seen;
        QVERIFY(send(seen, u"2026-W45") == "ever"_L1 && send(seen, u"2026-W50", u"other"_s) == "ever"_L1);
        seen.noteRecorded(u"mine"_s, next(seen, u"2026-W51"));
        const QByteArray salt(Limits::reporterBytes, 's');
        const auto read = Seen::fromJson(seen.toJson(salt));
        QVERIFY(read.ok());
        QVERIFY(read.value().first == seen);
        QCOMPARE(read.value().second, salt);
    }
    void refusesDamage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Error::Code>("code");
        Seen seen;
        send(seen, u"2026-W45");
        const QByteArray good = seen.toJson(QByteArray(Limits::reporterBytes, 's'));
        QTest::newRow("empty") << QByteArray() << Error::Code::Invalid;
        QTest::newRow("cut") << good.chopped(1) << Error::Code::Invalid;
        QTest::newRow("short salt") << QByteArray(good).replace("7373\"", "73\"") << Error::Code::Invalid;
        QTest::newRow("no week") << QByteArray(good).replace("2026-W45", "2026-W60") << Error::Code::Invalid;
        QTest::newRow("nobody's") << QByteArray(good).replace("[\"env\"]", "[]") << Error::Code::Invalid;
        QTest::newRow("no list") << QByteArray(good).replace("\"recorded\":{}", "\"recorded\":1")
                                 << Error::Code::Invalid;
        QTest::newRow("no computers") << QByteArray(good).replace("\"computers\"", "\"computer\"")
                                      << Error::Code::Invalid;
        QTest::newRow("older") << QByteArray(good).replace("\"schema\":1", "\"schema\":0") << Error::Code::Invalid;
        QTest::newRow("newer") << QByteArray(good).replace("\"schema\":1", "\"schema\":2") << Error::Code::Unsupported;
        QTest::newRow("too big") << QByteArray(Limits::seenFileBytes + 1, ' ') << Error::Code::TooLarge;
    }
    void refusesDamage()
    {
        QFETCH(QByteArray, json);
        QTEST(Seen::fromJson(json).error().code, "code");
    }
};

QTEST_GUILESS_MAIN(TestSeen)
#include "tst_seen.moc"
