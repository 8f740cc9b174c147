#include "client/upload/uploadpolicy.h"

#include "contract/limits.h"
#include "support/events.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using UploadPolicy::Draw;

namespace {

QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

SpooledEvent spooled(const QString &topic, const char *week)
{
    Event event = TestSupport::eventOf(topic);
    event.recordedIn = *Week::fromString(QString::fromLatin1(week));
    event.period = TestSupport::dictionary().topic(topic)->periodOf(*event.recordedIn);
    return {event, TestSupport::dictionary().topic(topic)->level, eventBytes(event), SpooledEvent::State::Pending, {}};
}

UploadPolicy::Waiting waiting(const QString &topic, const char *week)
{
    return *UploadPolicy::waitingOf({spooled(topic, week)}, TestSupport::dictionary());
}

// Wednesday of 2026-W47, noon; agreed long ago.
const UploadPolicy::Session session{at("2026-11-18T12:00:00Z"), at("2026-01-05T10:00:00Z")};

} // namespace

class TestUploadPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMayLeaveNowIsCounted_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<int>("count");
        QTest::newRow("before the week") << at("2026-11-15T23:59:59Z") << 0;
        QTest::newRow("in the week") << at("2026-11-16T00:00:00Z") << 3;
        QTest::newRow("in its last second") << at("2026-11-22T23:59:59Z") << 3;
        QTest::newRow("after the week") << at("2026-11-23T00:00:00Z") << 4;
    }
    void whatMayLeaveNowIsCounted()
    {
        QFETCH(QDateTime, now);
        QList<SpooledEvent> pending;
        for (const char *topic : {"napari", "plugin", "command", "layer-size"})
            pending.append(spooled(QLatin1StringView(topic), "2026-W47"));
        QTEST(UploadPolicy::ripeCount(pending, TestSupport::dictionary(), now), "count");
    }
    void aCounterGoesOnlyWhenItsWeekHasEnded_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QDateTime>("ripe");
        QTest::newRow("napari") << u"napari"_s << at("2026-11-16T00:00:00Z");
        QTest::newRow("plugin") << u"plugin"_s << at("2026-11-16T00:00:00Z");
        QTest::newRow("command") << u"command"_s << at("2026-11-23T00:00:00Z");
        QTest::newRow("layer-size") << u"layer-size"_s << at("2026-11-16T00:00:00Z"); // a use, but not counted
    }
    void aCounterGoesOnlyWhenItsWeekHasEnded()
    {
        QFETCH(QString, topic);
        QTEST(waiting(topic, "2026-W47").ripeFrom, "ripe");
        for (const double spread : {0.0, 0.5, 0.999999}) {
            const QDateTime next = UploadPolicy::nextAttempt(session, waiting(topic, "2026-W47"), {}, {spread, 0});
            QFETCH(QDateTime, ripe);
            QVERIFY(next >= ripe);
            QVERIFY(next <= std::max(ripe, session.started).addSecs(10 * 60 + 4 * 60 * 60));
        }
    }
    void neverInTheFirstTenMinutes()
    {
        for (const double spread : {0.0, 0.1, 0.9})
            QVERIFY(UploadPolicy::nextAttempt(session, waiting(u"napari"_s, "2026-W47"), {}, {spread, 0})
                    >= session.started.addSecs(600));
        QCOMPARE(UploadPolicy::nextAttempt(session, waiting(u"napari"_s, "2026-W47"), {}, {}),
                 session.started.addSecs(600));
    }
    void whatIsOverdueGoesOneMinuteAfterTheStart()
    {
        const auto overdue = waiting(u"napari"_s, "2026-W45"); // ended on 9 November, overdue since the 12th
        QCOMPARE(UploadPolicy::nextAttempt(session, overdue, {}, {}), session.started.addSecs(60));
        QVERIFY(UploadPolicy::nextAttempt(session, overdue, {}, {0.99, 0}) < session.started.addSecs(120));
    }
    void whatEndedTwoDaysAgoIsNotOverdue()
    {
        // Week 46 ended on Monday: it is Wednesday.
        QVERIFY(UploadPolicy::nextAttempt(session, waiting(u"napari"_s, "2026-W46"), {}, {})
                >= session.started.addSecs(600));
    }
    void neverWithinADayOfTheAnswer_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QByteArray>("week");
        QTest::newRow("fresh") << u"napari"_s << QByteArray("2026-W47");
        QTest::newRow("overdue") << u"napari"_s << QByteArray("2026-W45");
    }
    void neverWithinADayOfTheAnswer()
    {
        QFETCH(QString, topic);
        QFETCH(QByteArray, week);
        UploadPolicy::Session young = session;
        young.agreed = session.started.addSecs(-3600);
        for (const double spread : {0.0, 0.7})
            QVERIFY(UploadPolicy::nextAttempt(young, waiting(topic, week.constData()), {}, {spread, 0})
                    >= young.agreed.addDays(1));
    }
    void atMostOnceADay()
    {
        const QDateTime last = session.started.addSecs(-3600);
        for (const char *week : {"2026-W47", "2026-W45"}) {
            for (const double spread : {0.0, 0.3, 0.99}) {
                const QDateTime next = UploadPolicy::nextAttempt(session, waiting(u"napari"_s, week),
                                                                 UploadPolicy::afterAnswer(last), {spread, 0});
                QVERIFY(next >= last.addDays(1));
            }
        }
    }
    void theMomentOfTheDayIsDrawn()
    {
        QSet<QDateTime> moments;
        for (int i = 0; i < 10; ++i)
            moments.insert(UploadPolicy::nextAttempt(session, waiting(u"napari"_s, "2026-W47"), {}, {i / 10.0, 0}));
        QCOMPARE(moments.size(), 10);
    }
    void failuresAreTriedEverMoreSeldom()
    {
        SendingState state;
        QList<qint64> longest;
        for (int i = 0; i < 6; ++i) {
            const QDateTime now = session.started.addDays(10 * i);
            const qint64 shortest = now.secsTo(UploadPolicy::afterFailure(state, now, {}, {0, 0}).notBefore);
            QCOMPARE(shortest, 24 * 3600); // full jitter: from nothing on top of the day
            state = UploadPolicy::afterFailure(state, now, {}, {0, 0.999999999});
            longest.append(now.secsTo(state.notBefore) + 1);
        }
        const qint64 day = 24 * 3600;
        QCOMPARE(longest, (QList<qint64>{2 * day, 3 * day, 5 * day, 5 * day, 5 * day, 5 * day}));
        QCOMPARE(state.failures, 6);
    }
    void anAnswerEndsTheBackOff()
    {
        const SendingState state = UploadPolicy::afterAnswer(session.started);
        QCOMPARE(state.failures, 0);
        QVERIFY(!state.notBefore.isValid() && !state.failingSince.isValid() && !state.askedToWait.isValid());
    }
    void theBackOffHoldsWhatIsOverdue()
    {
        const SendingState state = UploadPolicy::afterFailure({}, session.started.addSecs(-3600), {}, {0, 0.5});
        QVERIFY(UploadPolicy::nextAttempt(session, waiting(u"napari"_s, "2026-W45"), state, {}) >= state.notBefore);
    }
    void retryAfterIsReadAndCut_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("none") << QByteArray() << qint64(0);
        QTest::newRow("seconds") << QByteArray("300") << qint64(300);
        QTest::newRow("spaces") << QByteArray(" 300 ") << qint64(300);
        QTest::newRow("a day and more") << QByteArray("90000") << qint64(86400);
        QTest::newRow("endless digits") << QByteArray(400, '9') << qint64(86400);
        QTest::newRow("date") << QByteArray("Wed, 18 Nov 2026 13:00:00 GMT") << qint64(3600);
        QTest::newRow("date in the past") << QByteArray("Wed, 18 Nov 2026 11:00:00 GMT") << qint64(0);
        QTest::newRow("date in a year") << QByteArray("Thu, 18 Nov 2027 13:00:00 GMT") << qint64(86400);
        QTest::newRow("negative") << QByteArray("-1") << qint64(0);
        QTest::newRow("words") << QByteArray("soon") << qint64(0);
        QTest::newRow("bytes") << QByteArray("\xff\0\x01", 3) << qint64(0);
    }
    void retryAfterIsReadAndCut()
    {
        QFETCH(QByteArray, header);
        QTEST(UploadPolicy::retryAfterSeconds(header, session.started), "seconds");
    }
    void theServersWaitIsKeptBesideTheBackOff()
    {
        const SendingState state = UploadPolicy::afterFailure({}, session.started, "7200", {});
        QCOMPARE(state.askedToWait, session.started.addSecs(7200));
        QVERIFY(state.notBefore >= state.askedToWait);
    }
    void unreachableOnlyAfterThreeDays()
    {
        SendingState state;
        for (int day = 0; day < 3; ++day) {
            state = UploadPolicy::afterFailure(state, session.started.addDays(day), {}, {});
            QVERIFY(!UploadPolicy::isUnreachable(state));
        }
        state = UploadPolicy::afterFailure(state, session.started.addDays(3), {}, {});
        QVERIFY(UploadPolicy::isUnreachable(state));
        QVERIFY(!UploadPolicy::isUnreachable(UploadPolicy::afterAnswer(session.started.addDays(4))));
    }
    void aWrongClockHoldsNothingForYears_data()
    {
        QTest::addColumn<int>("years");
        QTest::newRow("ten years ahead") << 10;
        QTest::newRow("ten years behind") << -10;
    }
    void aWrongClockHoldsNothingForYears()
    {
        QFETCH(int, years);
        const SendingState written =
            UploadPolicy::afterFailure({}, session.started.addYears(years), "86400", {0, 0.999});
        const SendingState sane = UploadPolicy::withoutFuture(written, session.started);
        const QDateTime next = UploadPolicy::nextAttempt(session, waiting(u"napari"_s, "2026-W47"), sane, {0.999, 0});
        QVERIFY(next <= session.started.addDays(6));
        QVERIFY(next >= session.started.addSecs(600));
        QCOMPARE(UploadPolicy::withoutFuture(sane, session.started), sane);
    }
    void eventsOfUnknownTopicsPlanNothing()
    {
        SpooledEvent unknown = spooled(u"napari"_s, "2026-W45");
        unknown.event.topic = u"weather"_s;
        QVERIFY(!UploadPolicy::waitingOf({unknown}, TestSupport::dictionary()));
        QVERIFY(!UploadPolicy::waitingOf({}, TestSupport::dictionary()));
        QCOMPARE(UploadPolicy::ripeCount({unknown}, TestSupport::dictionary(), at("2027-01-01T00:00:00Z")), 0);
    }
};

QTEST_GUILESS_MAIN(TestUploadPolicy)
#include "tst_uploadpolicy.moc"
