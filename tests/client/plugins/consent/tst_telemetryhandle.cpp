#include "client/plugins/consent/telemetryhandle.h"

#include "client/consent/consentgate.h"
#include "support/faketelemetry.h"
#include "support/person.h"

#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakeTelemetry;

namespace {
Grant basic()
{
    EffectiveLevel effective;
    effective.level = Level::Basic;
    return *ConsentGate::grantFor(effective);
}
} // namespace

class TestTelemetryHandle : public QObject
{
    Q_OBJECT
private:
    TestSupport::Person m_person;

private Q_SLOTS:
    void nothingIsToldToWhatIsNotThere()
    {
        TelemetryHandle handle(m_person.host(), {});
        QSignalSpy wanted(&handle, &TelemetryHandle::wanted);
        handle.start(basic());
        handle.withdraw();
        handle.pause();
        handle.deletePending();
        QVERIFY(!handle.isRunning());
        QCOMPARE(wanted.size(), 0);
    }
    void whatNeedsNoGrantWaitsForThePlugin()
    {
        TelemetryHandle handle(m_person.host(), {});
        QSignalSpy wanted(&handle, &TelemetryHandle::wanted);
        handle.eraseSent(ConsentGate::eraseGrantForClick());
        QCOMPARE(handle.activity().erase, Activity::Erase::Running);
        handle.forgetReceipts();
        handle.requestIdentifiers();
        handle.resumeErasing(ConsentGate::eraseGrantForClick());
        QCOMPARE(wanted.size(), 1);
        FakeTelemetry telemetry;
        QVERIFY(handle.attach(&telemetry, [] {}));
        QCOMPARE(telemetry.told, QStringList({u"erase"_s, u"forget"_s, u"identifiers"_s, u"resume erasing"_s}));
        QVERIFY(!handle.isRunning()); // none of these is a start
        QVERIFY(handle.attach(&telemetry, [] {}));
        QCOMPARE(telemetry.told.size(), 4); // once
    }
    void aPluginThatCanNotBeHadIsSaid()
    {
        TelemetryHandle handle(m_person.host(), {});
        handle.eraseSent(ConsentGate::eraseGrantForClick());
        handle.giveUp(u"it is gone"_s);
        QCOMPARE(handle.activity().erase, Activity::Erase::Failed);
        QCOMPARE(handle.activity().eraseDetail, u"it is gone"_s);
        FakeTelemetry telemetry;
        QVERIFY(handle.attach(&telemetry, [] {}));
        QCOMPARE(telemetry.told, QStringList()); // an erasing that was given up does not come back
    }
    void aStrangerOrAnotherReleaseIsRefused()
    {
        TelemetryHandle handle(m_person.host(), {});
        QObject stranger;
        QVERIFY(!handle.attach(&stranger, [] {}));
        FakeTelemetry old;
        old.saidRelease = u"0.0.1"_s;
        const auto attached = handle.attach(&old, [] {});
        QVERIFY(!attached && attached.error().detail.contains("0.0.1"_L1));
        QVERIFY(!handle.isAttached());
    }
    void passesOnWhatThePluginTells()
    {
        TelemetryHandle handle(m_person.host(), {});
        FakeTelemetry telemetry;
        bool rechecked = false;
        QVERIFY(handle.attach(&telemetry, [&] { rechecked = true; }));
        telemetry.recheck();
        QVERIFY(rechecked);
        QSignalSpy changed(&handle, &TelemetryHandle::activityChanged);
        QSignalSpy identifiers(&handle, &TelemetryHandle::identifiersReady);
        const Activity activity{3, 2, true, u"full"_s, Activity::Erase::Done, u"2 erased"_s};
        Q_EMIT telemetry.activityChanged(QString::fromUtf8(activityToJson(activity)));
        Q_EMIT telemetry.activityChanged(QString::fromUtf8(activityToJson(activity))); // no news
        Q_EMIT telemetry.activityChanged(u"{"_s);
        Q_EMIT telemetry.identifiersReady(u"ab"_s);
        QCOMPARE(handle.activity(), activity);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(identifiers.size(), 1);
    }
    void aPluginThatGoesAwayIsNotAskedAnyMore()
    {
        TelemetryHandle handle(m_person.host(), {});
        {
            FakeTelemetry telemetry;
            QVERIFY(handle.attach(&telemetry, [] {}));
            handle.start(basic());
            QVERIFY(handle.isRunning());
        }
        QVERIFY(!handle.isRunning() && !handle.isAttached());
        handle.withdraw();
        handle.pause();
    }
};

QTEST_GUILESS_MAIN(TestTelemetryHandle)
#include "tst_telemetryhandle.moc"
