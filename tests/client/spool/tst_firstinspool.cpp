#include "client/spool/firstinspool.h"

#include "support/memoryseen.h"
#include "support/memoryspool.h"
#include "support/values.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFirstInSpool : public QObject
{
    Q_OBJECT

    MemorySeen m_seen;
    std::unique_ptr<MemorySpool> m_inner;
    std::unique_ptr<FirstInSpool> m_spool;

    /// A second environment of the same user.
    struct Environment
    {
        explicit Environment(AbstractSeen &seen)
            : spool(inner, TestSupport::dictionary(), seen, u"other"_s)
        {
        }
        MemorySpool inner;
        FirstInSpool spool;
    };
    static Event user(QStringView week) { return TestSupport::event(u"user", {}, week); }
    /// What waits, as "week first_in".
    static QStringList waiting(const AbstractSpool &spool)
    {
        QStringList found;
        for (const SpooledEvent &spooled : spool.pending(Level::Basic).value())
            found.append(spooled.event.week().toString() + u' ' + firstInName(*spooled.event.firstIn));
        found.sort();
        return found;
    }
    static QList<SpooledEvent> leave(FirstInSpool &spool)
    {
        return spool.beginSending(spool.pending(Level::Basic).value()).value();
    }
    static void arrive(FirstInSpool &spool)
    {
        const auto leaving = leave(spool);
        QVERIFY(!leaving.isEmpty());
        QVERIFY(spool.markSent(leaving).ok());
    }

private Q_SLOTS:
    void init()
    {
        m_seen.seen = {};
        m_seen.failing = false;
        m_inner = std::make_unique<MemorySpool>();
        m_spool = std::make_unique<FirstInSpool>(*m_inner, TestSupport::dictionary(), m_seen, u"env"_s);
    }
    void eachNamesThePeriodThatItIsTheFirstOf()
    {
        for (const QStringView week : {u"2026-W45", u"2026-W46", u"2026-W49", u"2027-W01"}) {
            QVERIFY(m_spool->record(user(week)).ok());
            arrive(*m_spool);
        }
        QStringList sent;
        for (const SpooledEvent &spooled : std::as_const(m_inner->rows))
            sent.append(firstInName(*spooled.event.firstIn));
        QCOMPARE(sent, (QStringList{u"ever"_s, u"week"_s, u"month"_s, u"year"_s}));
        // What has left is not in the list any more: nothing there leads to it.
        for (const SpooledEvent &spooled : std::as_const(m_inner->rows))
            QVERIFY(!m_seen.seen.toJson(QByteArray(16, 's')).contains(spooled.event.reporter.toString().toLatin1()));
    }
    void aBackupOfTheListCountsOnceMoreAtMost()
    {
        QStringList sent;
        const auto report = [&](QStringView week) {
            QVERIFY(m_spool->record(user(week)).ok());
            arrive(*m_spool);
            sent.append(week.toString() + u' ' + firstInName(*m_inner->rows.last().event.firstIn));
        };
        report(u"2026-W45");
        const Seen backup = m_seen.seen;
        report(u"2026-W46");
        report(u"2026-W49");
        m_seen.seen = backup;
        report(u"2026-W50"); // the list does not know of December any more
        report(u"2026-W51");
        QCOMPARE(sent, (QStringList{u"2026-W45 ever"_s, u"2026-W46 week"_s, u"2026-W49 month"_s, u"2026-W50 month"_s,
                                    u"2026-W51 week"_s}));
    }
    void aClockThatIsOff_data()
    {
        QTest::addColumn<QStringList>("weeks");
        QTest::addColumn<QStringList>("sent");
        QTest::newRow("ahead in the month, and back")
            << QStringList{u"2026-W47"_s, u"2026-W45"_s, u"2026-W46"_s} << QStringList{u"ever"_s, u"week"_s, u"week"_s};
        QTest::newRow("ahead over the month, and back") << QStringList{u"2026-W49"_s, u"2026-W46"_s, u"2026-W50"_s}
                                                        << QStringList{u"ever"_s, u"month"_s, u"week"_s};
        QTest::newRow("ahead over the year, and back")
            << QStringList{u"2027-W02"_s, u"2026-W50"_s, u"2026-W51"_s} << QStringList{u"ever"_s, u"year"_s, u"week"_s};
        QTest::newRow("behind, and forward") << QStringList{u"2026-W44"_s, u"2026-W47"_s, u"2026-W48"_s}
                                             << QStringList{u"ever"_s, u"month"_s, u"week"_s};
    }
    /// Each event belongs to its week: nobody is counted twice in a period.
    void aClockThatIsOff()
    {
        QFETCH(QStringList, weeks);
        QStringList sent;
        for (const QString &week : std::as_const(weeks)) {
            QVERIFY(m_spool->record(user(week)).ok());
            arrive(*m_spool);
            sent.append(firstInName(*m_inner->rows.last().event.firstIn));
        }
        QTEST(sent, "sent");
    }
    /// It drops the list of past years: once more in the year, not ever.
    void aClockThatWasYearsAheadCountsOnceMoreInTheYear()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        arrive(*m_spool);
        QVERIFY(m_spool->expire(TestSupport::week(u"2040-W01").monday().startOfDay(Qt::UTC)).ok());
        for (const QStringView week : {u"2026-W46", u"2026-W47"}) {
            QVERIFY(m_spool->record(user(week)).ok());
            arrive(*m_spool);
        }
        QCOMPARE(firstInName(*m_inner->rows[1].event.firstIn), u"year"_s);
        QCOMPARE(firstInName(*m_inner->rows[2].event.firstIn), u"week"_s);
    }
    /// The next start of napari, in the same week.
    void whatWasSentIsNotNotedAgain()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        arrive(*m_spool);
        const Seen before = m_seen.seen;
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        QVERIFY(m_seen.seen == before);
        QVERIFY(waiting(*m_spool).isEmpty());
    }
    void otherTopicsNameNone()
    {
        QVERIFY(m_spool->record(TestSupport::event(u"plugin", TestSupport::plugin(u"a"_s, u"1"_s))).ok());
        QVERIFY(!m_inner->rows.first().event.firstIn);
        QVERIFY(m_seen.seen == Seen());
    }
    void whatWaitsIsNumberedAsItWillBeSent()
    {
        QVERIFY(m_spool->record(user(u"2026-W46")).ok());
        QCOMPARE(waiting(*m_spool), QStringList{u"2026-W46 ever"_s});
        QVERIFY(m_spool->record(user(u"2026-W45")).ok()); // the clock went back
        QVERIFY(m_spool->record(user(u"2026-W47")).ok());
        QCOMPARE(waiting(*m_spool), (QStringList{u"2026-W45 ever"_s, u"2026-W46 week"_s, u"2026-W47 week"_s}));
    }
    void oneThatExpiresHandsItOn()
    {
        QVERIFY(m_spool->record(user(u"2026-W40")).ok());
        QVERIFY(m_spool->record(user(u"2026-W47")).ok());
        QCOMPARE(waiting(*m_spool), (QStringList{u"2026-W40 ever"_s, u"2026-W47 month"_s}));
        QVERIFY(m_spool->expire(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)).ok());
        QCOMPARE(waiting(*m_spool), QStringList{u"2026-W47 ever"_s});
    }
    void oneThatMayHaveArrivedCountsAsSeen()
    {
        QVERIFY(m_spool->record(user(u"2026-W40")).ok());
        QCOMPARE(leave(*m_spool).size(), 1); // and no answer ever comes
        QVERIFY(m_spool->record(user(u"2026-W44")).ok());
        QCOMPARE(waiting(*m_spool), (QStringList{u"2026-W40 ever"_s, u"2026-W44 week"_s}));
        QVERIFY(m_spool->expire(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)).ok());
        QCOMPARE(waiting(*m_spool), QStringList{u"2026-W44 week"_s});
    }
    void oneThatSurelyDidNotLeaveGivesItBack()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        const auto before = m_spool->pending(Level::Basic).value();
        QCOMPARE(m_spool->beginSending(before).value().size(), 1);
        QVERIFY(m_spool->undoSending(before).ok());
        Environment other(m_seen);
        QVERIFY(other.spool.record(user(u"2026-W46")).ok());
        QCOMPARE(waiting(other.spool), QStringList{u"2026-W46 ever"_s});
    }
    void oneThatIsRefusedGivesItBack()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        const auto before = m_spool->pending(Level::Basic).value();
        QCOMPARE(m_spool->beginSending(before).value().size(), 1);
        QVERIFY(m_spool->markRefused(before.first(), u"the week is closed"_s).ok());
        QVERIFY(m_spool->record(user(u"2026-W46")).ok());
        QCOMPARE(waiting(*m_spool), QStringList{u"2026-W46 ever"_s});
    }
    /// Two weeks in one request, and the older one is closed: the other one takes over, and says so at the next
    /// sending.
    void oneThatIsRefusedHandsItOn()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        QVERIFY(m_spool->record(user(u"2026-W46")).ok());
        const auto leaving = leave(*m_spool);
        QCOMPARE(leaving.size(), 2);
        QVERIFY(m_spool->markRefused(leaving[0], u"the week is closed"_s).ok());
        QVERIFY(m_spool->markSent({leaving[1]}).ok());
        QCOMPARE(waiting(*m_spool), QStringList{u"2026-W46 ever"_s});
    }
    /// One that may have arrived before is seen, whatever becomes of its second try.
    void aSecondTryGivesNothingBack()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        QCOMPARE(leave(*m_spool).size(), 1);
        const auto again = m_spool->pending(Level::Basic).value();
        QCOMPARE(m_spool->beginSending(again).value().size(), 1);
        QVERIFY(m_spool->undoSending(again).ok());
        QVERIFY(m_spool->record(user(u"2026-W46")).ok());
        QCOMPARE(waiting(*m_spool), (QStringList{u"2026-W45 ever"_s, u"2026-W46 week"_s}));
    }
    /// Another environment was counted since the preview showed "ever": that is not sent, and is right the next time.
    void whatIsWrongByNowIsNotSent()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        QVERIFY(m_spool->record(TestSupport::event(u"python", {{u"python_version"_s, u"3.12"_s}}, u"2026-W45")).ok());
        Environment other(m_seen);
        QVERIFY(other.spool.record(user(u"2026-W46")).ok());
        arrive(other.spool);
        const auto leaving = leave(*m_spool);
        QCOMPARE(leaving.size(), 1);
        QCOMPARE(leaving.first().event.topic, u"python"_s); // which does not wait for it
        QCOMPARE(leave(*m_spool).size(), 2);
    }
    void twoEnvironmentsInOneWeekAreOneEvent()
    {
        Environment other(m_seen);
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        QVERIFY(other.spool.record(user(u"2026-W45")).ok());
        arrive(*m_spool);
        QCOMPARE(leave(other.spool).size(), 1);
        QCOMPARE(waiting(other.spool), QStringList{u"2026-W45 ever"_s});
    }
    /// Two computers with one home: each is counted, and one may send what the other has recorded.
    void twoComputersAreTwo()
    {
        const Event mine = user(u"2026-W45");
        const Event theirs = TestSupport::event(u"user", {}, u"2026-W46", 't');
        QVERIFY(m_spool->record(mine).ok());
        m_seen.name = u"theirs"_s;
        QVERIFY(m_spool->record(theirs).ok());
        QCOMPARE(waiting(*m_spool), (QStringList{u"2026-W45 ever"_s, u"2026-W46 ever"_s}));
        arrive(*m_spool);
        QCOMPARE(m_seen.seen.firstIn(u"mine"_s, mine.topic, theirs.week(), FirstIn::Ever), FirstIn::Week);
        QCOMPARE(m_seen.seen.firstIn(u"theirs"_s, mine.topic, mine.week(), FirstIn::Ever), FirstIn::Week);
        QCOMPARE(m_seen.seen.firstIn(u"mine"_s, mine.topic, mine.week(), FirstIn::Ever), FirstIn::Ever);
        QCOMPARE(m_seen.seen.firstIn(u"theirs"_s, mine.topic, theirs.week(), FirstIn::Ever), FirstIn::Ever);
    }
    /// Nobody knows what was counted: then nothing of it is recorded or sent.
    void withoutTheListNothingLeaves()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        m_seen.failing = true;
        QVERIFY(!m_spool->record(user(u"2026-W46")).ok());
        QVERIFY(!m_spool->beginSending(m_spool->pending(Level::Basic).value()).ok());
        QVERIFY(m_inner->rows.first().receipt.isEmpty());
        QVERIFY(!m_spool->refresh().ok());
        QVERIFY(!m_spool->expire(QDateTime::currentDateTimeUtc()).ok());
        QCOMPARE(m_inner->rows.size(), 1);
    }
    void aSpoolThatFailsTakesNothing()
    {
        QVERIFY(m_spool->record(user(u"2026-W45")).ok());
        const auto waits = m_spool->pending(Level::Basic).value();
        m_inner->failingReceipts = true;
        QVERIFY(!m_spool->beginSending(waits).ok());
        QCOMPARE(m_seen.seen.firstIn(u"mine"_s, u"user"_s, TestSupport::week(u"2026-W46"), FirstIn::Ever),
                 FirstIn::Ever);
    }
};

QTEST_GUILESS_MAIN(TestFirstInSpool)
#include "tst_firstinspool.moc"
