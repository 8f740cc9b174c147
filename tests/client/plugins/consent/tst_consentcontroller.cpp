#include "client/plugins/consent/consentcontroller.h"

#include "client/consent/clientfiles.h"
#include "client/consent/disk/consentfile.h"
#include "client/package/disk/telemetrypackage.h"

#include "support/dictionary.h"
#include "support/fakepackage.h"
#include "support/faketelemetry.h"
#include "support/ordinaryuser.h"
#include "support/person.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakePackage;
using TestSupport::FakeTelemetry;

/// Without a screen (CTest's platform) everything is none, so the tests name another platform.
class TestConsentController : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::Person> m_person;
    std::unique_ptr<FakeTelemetry> m_telemetry;
    FakePackage *m_package = nullptr; ///< of the controller that installed() made last

    std::unique_ptr<ConsentController> begun(const QString &platform = TestSupport::screen)
    {
        const Host host = m_person->host();
        auto controller = std::make_unique<ConsentController>(
            host, TestSupport::dictionary(),
            std::make_unique<TelemetryPackage>(PackageManifest(), host.packageFolder, host.dataFolder), platform);
        controller->begin();
        return controller;
    }
    /// With the other package there, which is loaded when it is wanted.
    std::unique_ptr<ConsentController> installed(std::optional<Level> level = std::nullopt)
    {
        if (!QDir().mkpath(m_person->host().packageFolder))
            qFatal("no folder for the package");
        auto package = std::make_unique<FakePackage>(m_person->host().packageFolder);
        m_package = package.get();
        auto controller = std::make_unique<ConsentController>(m_person->host(), TestSupport::dictionary(),
                                                              std::move(package), TestSupport::screen);
        connect(controller.get(), &ConsentController::telemetryWanted, m_telemetry.get(),
                [this, raw = controller.get()] { raw->attach(m_telemetry.get()); });
        controller->begin();
        if (level)
            controller->choose({*level, std::nullopt, std::nullopt});
        return controller;
    }
    /// As an earlier napari leaves them.
    void makeEvents()
    {
        QFile spool(ClientFiles(m_person->host()).spool());
        QVERIFY(QDir().mkpath(QFileInfo(spool).path()) && spool.open(QIODevice::WriteOnly));
    }
    /// The next start of somebody who agreed and paused.
    std::unique_ptr<ConsentController> pausedStart()
    {
        ConsentStore store(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
        if (!store.choose({Level::Full, 0, std::nullopt}, "hash") || !store.pause(PauseLength::UntilResumed))
            qFatal("can't answer");
        return installed();
    }
    void tell(const Activity &activity)
    {
        Q_EMIT m_telemetry->activityChanged(QString::fromUtf8(activityToJson(activity)));
    }

private Q_SLOTS:
    void init()
    {
        m_person = std::make_unique<TestSupport::Person>();
        m_telemetry = std::make_unique<FakeTelemetry>();
    }
    void withoutAScreenNothingHappensWhateverIsChosen()
    {
        const auto controller = begun(u"offscreen"_s);
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        QVERIFY(!controller->status().effective.ask);
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QCOMPARE(controller->status().effective.level, Level::None);
        QVERIFY(controller->status().effective.fixed);
        QCOMPARE(wanted.size() + installation.size(), 0);
        controller->attach(m_telemetry.get());
        QCOMPARE(m_telemetry->told.count(u"start full"_s), 0);
    }
    void aYesAsksForThePackageAndANoDoesNot()
    {
        const auto controller = begun();
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(wanted.size() + installation.size(), 0);
        controller->choose({Level::Basic, std::nullopt, std::nullopt});
        QCOMPARE(installation.size(), 1);
        QCOMPARE(controller->status().effective.level, Level::None); // as long as it is missing
        QCOMPARE(wanted.size(), 0);
    }
    void theLevelIsFollowed()
    {
        const auto controller = installed(Level::Basic);
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        controller->pause(PauseLength::Hour);
        QVERIFY(!controller->status().running);
        controller->resume();
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(m_telemetry->told,
                 QStringList({u"start basic"_s, u"start full"_s, u"pause"_s, u"start full"_s, u"withdraw"_s}));
    }
    void anotherProcessesNoStopsThisOne()
    {
        const auto controller = installed(Level::Full);
        ConsentStore other(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(other.choose({Level::None, std::nullopt, std::nullopt}, "hash"));
        QTRY_COMPARE_WITH_TIMEOUT(m_telemetry->told.last(), u"withdraw"_s, 1000);
    }
    void theRecordIsReadAgainBeforeEverySending()
    {
        const auto controller = installed(Level::Full);
        ConsentStore other(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(other.choose({Level::None, std::nullopt, std::nullopt}, "hash"));
        m_telemetry->recheck(); // no event loop in between: as if no notice ever came
        QCOMPARE(m_telemetry->told.last(), u"withdraw"_s);
        QVERIFY(!controller->status().running);
    }
    void aRecheckWithoutNewsChangesNothing()
    {
        const auto controller = installed(Level::Full);
        const QStringList before = m_telemetry->told;
        m_telemetry->recheck();
        QCOMPARE(m_telemetry->told, before);
    }
    void disabledInThePluginManagerIsNone()
    {
        const auto controller = installed(Level::Full);
        controller->setEnabled(false);
        QCOMPARE(m_telemetry->told.last(), u"withdraw"_s);
        QVERIFY(!controller->isEnabled());
        QVERIFY(!controller->status().effective.ask);
        controller->setEnabled(true);
        QCOMPARE(m_telemetry->told.last(), u"start full"_s);
    }
    void uninstalledItselfIsNoneAndNothingIsShown()
    {
        const QString own = QFileInfo(m_person->host().packageFolder).path() + u"/napari_telemetry_consent"_s;
        QVERIFY(QDir().mkpath(own));
        const auto controller = installed(Level::Full);
        QSignalSpy changed(controller.get(), &ConsentController::changed);
        QVERIFY(QDir(own).removeRecursively());
        QTRY_COMPARE(m_telemetry->told.last(), u"pause"_s); // it is not a no
        QVERIFY(!controller->isEnabled());
        QCOMPARE(controller->status().effective.level, Level::None);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(QDir().mkpath(own)); // an update that took long
        QTRY_COMPARE(m_telemetry->told.last(), u"start full"_s);
        QVERIFY(controller->isEnabled());
        QCOMPARE(m_telemetry->told.count(u"withdraw"_s), 0);
    }
    void loweringOffersToEraseWhatWasSent()
    {
        const auto controller = installed(Level::Full);
        QSignalSpy offered(controller.get(), &ConsentController::eraseOffered);
        controller->choose({Level::Basic, std::nullopt, std::nullopt});
        QCOMPARE(offered.size(), 0); // nothing was sent
        tell({0, 5, false, {}, Activity::Erase::Idle, {}});
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QCOMPARE(offered.size(), 0); // raised
        controller->pause(PauseLength::Hour);
        QCOMPARE(offered.size(), 0);
        controller->choose({Level::Middle, std::nullopt, std::nullopt}); // lowered, from a pause
        QCOMPARE(offered.size(), 1);
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(offered.size(), 2);
        controller->eraseSent(); // at none
        QCOMPARE(m_telemetry->told.last(), u"erase"_s);
    }
    void anErasingThatTheEndCutShortGoesOn()
    {
        installed(Level::Basic);
        QFile mark(ClientFiles(m_person->host()).erasing());
        QVERIFY(QDir().mkpath(QFileInfo(mark).path()) && mark.open(QIODevice::WriteOnly));
        const auto again = installed(Level::None); // also after a no
        QCOMPARE(m_telemetry->told.count(u"resume erasing"_s), 1);
        QCOMPARE(m_telemetry->told.count(u"erase"_s), 0); // not everything: only what was chosen
        QVERIFY(mark.remove());
        m_telemetry->told.clear();
        const auto finished = installed(Level::None);
        QVERIFY(!m_telemetry->told.contains(u"resume erasing"_s));
    }
    void afterUninstallingNobodySaysThatNothingWasSent()
    {
        installed(Level::Basic);
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        const auto controller = begun(); // the next start
        QSignalSpy identifiers(controller.get(), &ConsentController::identifiersReady);
        controller->eraseSent();
        QCOMPARE(controller->status().activity.erase, Activity::Erase::Failed);
        QVERIFY(controller->status().activity.eraseDetail.contains("not installed"_L1));
        controller->requestIdentifiers();
        QVERIFY(identifiers.last().first().toString().contains("not installed"_L1));
        controller->forgetReceipts();
        QVERIFY(controller->status().note.contains("not installed"_L1));
    }
    void eventsThatAreThereAreNotDeniedForALostRecord()
    {
        const auto controller = installed();
        QFile spool(ClientFiles(m_person->host()).spool());
        QVERIFY(QDir().mkpath(QFileInfo(spool).path()) && spool.open(QIODevice::WriteOnly));
        controller->eraseSent();
        QCOMPARE(m_telemetry->told, QStringList({u"erase"_s, u"withdraw"_s}));
    }
    void withoutAnyYesThePackageIsNeverLookedFor()
    {
        const auto controller = installed();
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        QSignalSpy identifiers(controller.get(), &ConsentController::identifiersReady);
        controller->eraseSent();
        QCOMPARE(controller->status().activity.erase, Activity::Erase::Failed);
        controller->forgetReceipts();
        controller->requestIdentifiers();
        QCOMPARE(identifiers.size(), 1);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(m_telemetry->told, QStringList());
        QCOMPARE(m_package->looks + m_package->verifications, 0);
    }
    void whileOffThePackageIsNotEvenLookedFor()
    {
        const auto controller = installed(Level::Full);
        controller->choose({Level::None, std::nullopt, std::nullopt});
        const auto again = installed(); // the next start
        QSignalSpy names(&again->package(), &PackageKeeper::nameCheckWanted);
        again->recheck();
        QCOMPARE(again->status().effective.level, Level::None);
        QCOMPARE(m_package->looks + m_package->verifications, 0);
        QCOMPARE(names.size(), 0);
    }
    void whatIsNotVerifiedIsNotLoaded()
    {
        const auto controller = installed();
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        m_package->said = refusedPackage(PackageReport::Problem::Changed);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(installation.size(), 0); // nor is anything put over it, unless the user wants it
        controller->package().install();
        QCOMPARE(installation.size(), 1);
        QCOMPARE(installation.first().first().value<InstallPlan::Action>(), InstallPlan::Action::Repair);
        QCOMPARE(m_telemetry->told, QStringList());
        const ConsentStatus status = controller->status();
        QVERIFY(status.refused);
        QCOMPARE(status.package, ConsentStatus::Package::Unusable);
        QCOMPARE(status.state(), ConsentStatus::State::Attention);
        QCOMPARE(status.effective.level, Level::None);
        QVERIFY2(status.effective.reason.contains(m_package->said.summary()), qUtf8Printable(status.effective.reason));
        // A no ends the matter, and a yes looks again.
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QVERIFY(!controller->status().refused);
        m_package->said.outcome = PackageReport::Outcome::Verified;
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QCOMPARE(m_telemetry->told.last(), u"start full"_s);
    }
    void aNameThatOtherCodeHasIsNeitherUsedNorLookedBehind()
    {
        const auto controller = installed();
        connect(&controller->package(), &PackageKeeper::nameCheckWanted, controller.get(),
                [raw = controller.get()] { raw->package().setNameTaken(true); });
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QVERIFY(controller->status().refused);
        QCOMPARE(m_package->looks + m_package->verifications, 0); // the name comes first
        QCOMPARE(m_telemetry->told, QStringList());
        // What is installed has nothing to do with it: neither replacing nor uninstalling it is offered.
        QCOMPARE(controller->status().package, ConsentStatus::Package::Fine);
        QCOMPARE(controller->status().effective.level, Level::None);
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        controller->package().install();
        QCOMPARE(installation.size(), 0);
    }
    void aNoDuringTheVerificationCounts()
    {
        const auto controller = installed();
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        m_package->waits = true;
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        controller->choose({Level::Middle, std::nullopt, std::nullopt});
        QCOMPARE(m_package->verifications, 1);
        controller->choose({Level::None, std::nullopt, std::nullopt});
        m_package->answer();
        QCOMPARE(wanted.size(), 0);
        controller->choose({Level::Basic, std::nullopt, std::nullopt});
        QCOMPARE(m_package->verifications, 2);
        m_package->answer();
        QCOMPARE(m_telemetry->told.last(), u"start basic"_s);
    }
    void uninstalledByHandIsNoneSilentlyAlsoWhileItRuns()
    {
        const auto controller = installed(Level::Full);
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        QTRY_COMPARE(m_telemetry->told.last(), u"pause"_s);
        QCOMPARE(controller->status().effective.level, Level::None);
        QCOMPARE(controller->status().state(), ConsentStatus::State::Off);
        QCOMPARE(controller->status().package, ConsentStatus::Package::Missing);
        QVERIFY(controller->status().note.isEmpty());
        QCOMPARE(m_telemetry->told.count(u"withdraw"_s), 0); // it is not a no
        QCOMPARE(installation.size(), 0);
        QVERIFY(QDir().mkpath(m_person->host().packageFolder));
        QTRY_COMPARE(m_telemetry->told.last(), u"start full"_s);
        QCOMPARE(m_package->verifications, 1); // what runs was verified; the new files are another start's
    }
    void aRefusedPackageThatIsUninstalledByHandIsNoneSilently()
    {
        const auto controller = installed();
        m_package->said = refusedPackage(PackageReport::Problem::Changed);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        QTRY_VERIFY(!controller->status().refused);
        QCOMPARE(controller->status().state(), ConsentStatus::State::Off);
    }
    void whatPipLeavesBehindIsSaid()
    {
        const auto controller = installed();
        m_package->said = refusedPackage(PackageReport::Problem::Changed);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry could not be uninstalled: "_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
        controller->package().removed(u"the reason"_s);
        QVERIFY(controller->status().note.contains(m_person->host().packageFolder));
        QVERIFY(controller->status().note.contains("the reason"_L1));
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        controller->package().removed({});
        QVERIFY(controller->status().note.isEmpty());
        QVERIFY(!controller->status().refused);
    }
    void aBuildWithoutAListLoadsNothing()
    {
        const QString folder = m_person->host().packageFolder;
        QVERIFY(QDir().mkpath(folder));
        const auto controller = begun(); // with the package as it is on disk, and no list
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        QTRY_VERIFY(controller->status().refused);
        QCOMPARE(wanted.size(), 0);
    }
    void cancelPutsTheFormerAnswerBack()
    {
        const auto controller = installed(Level::Basic);
        const auto before = controller->store().record();
        controller->choose({Level::None, std::nullopt, std::nullopt});
        controller->restore(before);
        QCOMPARE(controller->store().record()->answer, before->answer);
        QCOMPARE(m_telemetry->told, QStringList({u"start basic"_s, u"withdraw"_s, u"start basic"_s}));
        controller->restore(before); // nothing was changed
        QCOMPARE(m_telemetry->told.size(), 3);
        controller->restore(std::nullopt); // opened before the first answer
        QCOMPARE(controller->store().record()->answer, before->answer);
        QCOMPARE(controller->store().record()->earlier.size(), 2); // the no is remembered, and what it ended
    }
    void anotherReleaseIsNotStarted()
    {
        m_telemetry->saidRelease = u"0.0.1"_s;
        const auto controller = installed(Level::Full);
        QVERIFY(controller->status().note.contains("0.0.1"_L1));
        QCOMPARE(controller->status().state(), ConsentStatus::State::Attention);
        QCOMPARE(controller->status().package, ConsentStatus::Package::Unusable);
        QCOMPARE(m_telemetry->told, QStringList());
        // The pane offers the release that belongs here.
        QSignalSpy wanted(&controller->package(), &PackageKeeper::installationWanted);
        controller->package().install();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<InstallPlan::Action>(), InstallPlan::Action::Repair);
        m_telemetry->saidRelease = ourRelease();
        controller->package().ready();
        QCOMPARE(m_telemetry->told, QStringList({u"start full"_s}));
        QCOMPARE(controller->status().package, ConsentStatus::Package::Fine);
        QVERIFY(controller->status().note.isEmpty());
        controller->package().install();
        QCOMPARE(wanted.size(), 1);
    }
    void whatWentWhileItRanIsInstalledAgainWhenItIsChosenAgain()
    {
        const auto controller = installed(Level::Full);
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        controller->choose({Level::Basic, std::nullopt, std::nullopt});
        QCOMPARE(installation.size(), 1);
        QCOMPARE(m_telemetry->told.last(), u"pause"_s);
    }
    void halfAPackageIsNeitherVerifiedNorUsed()
    {
        const auto controller = installed();
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        controller->package().setInstalling(true);
        QSignalSpy wanted(controller.get(), &ConsentController::telemetryWanted);
        QSignalSpy installation(&controller->package(), &PackageKeeper::installationWanted);
        QVERIFY(QDir().mkpath(m_person->host().packageFolder));
        controller->recheck();
        controller->choose({Level::Basic, std::nullopt, std::nullopt});
        controller->eraseSent(); // wants it, too, and waits
        Q_EMIT m_package->touched();
        QCOMPARE(wanted.size() + installation.size() + m_package->verifications, 0);
        QCOMPARE(controller->status().package, ConsentStatus::Package::Missing);
        controller->package().ready();
        QCOMPARE(m_package->verifications, 1);
        QCOMPARE(m_telemetry->told.first(), u"erase"_s);
        QCOMPARE(m_telemetry->told.last(), u"start basic"_s);
    }
    void whatWaitsForAnInstallationIsDoneAfterANo()
    {
        const auto controller = installed();
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        controller->package().setInstalling(true);
        QVERIFY(QDir().mkpath(m_person->host().packageFolder));
        controller->choose({Level::None, std::nullopt, std::nullopt});
        controller->eraseSent();
        QCOMPARE(m_package->verifications, 0);
        controller->package().ready();
        QVERIFY(m_telemetry->told.contains(u"erase"_s));
        QCOMPARE(m_telemetry->told.filter(u"start"_s), QStringList());
    }
    void anInstallationDuringAVerificationVoidsIt()
    {
        const auto controller = installed();
        m_package->waits = true;
        controller->choose({Level::Full, std::nullopt, std::nullopt});
        controller->package().setInstalling(true);
        m_package->answer();
        QCOMPARE(m_telemetry->told, QStringList());
        controller->package().ready();
        QCOMPARE(m_package->verifications, 2);
        m_package->answer();
        QCOMPARE(m_telemetry->told, QStringList({u"start full"_s}));
    }
    void uninstallingByHandIsNoticedBeforeEverySending()
    {
        const auto controller = installed(Level::Full);
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        m_telemetry->recheck(); // no event loop in between: as if no notice ever came
        QCOMPARE(m_telemetry->told.last(), u"pause"_s);
        QVERIFY(!controller->status().running);
    }
    void anEndpointThatIsNotLoopbackTurnsEverythingOff()
    {
        qputenv(endpointVariable, "http://example.org:80");
        const auto controller = begun();
        qunsetenv(endpointVariable);
        const EffectiveLevel effective = controller->status().effective;
        QVERIFY(effective.reason.contains(QLatin1StringView(endpointVariable)));
        QVERIFY(effective.fixed && !effective.ask);
        QVERIFY(!controller->endpoints().isOverride());
    }
    void anAnswerThatCanNotBeSavedIsNotActedOn()
    {
        const auto controller = installed(Level::Full);
        QVERIFY(QDir(m_person->path(u"config"_s)).removeRecursively());
        QFile inTheWay(m_person->path(u"config"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        controller->choose({Level::Basic, std::nullopt, std::nullopt});
        QVERIFY(controller->status().note.contains(m_person->path(u"config"_s)));
        QCOMPARE(controller->status().effective.level, Level::None);
        QCOMPARE(m_telemetry->told.last(), u"withdraw"_s);
    }
    void aNoInAPausedStartDeletesWhatIsPending_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("a no") << 0;
        QTest::newRow("another process's no") << 1;
        QTest::newRow("disabled in the plugin manager") << 2;
    }
    void aNoInAPausedStartDeletesWhatIsPending()
    {
        QFETCH(int, how);
        makeEvents();
        const auto controller = pausedStart();
        QCOMPARE(m_package->looks + m_package->verifications, 0);
        if (how == 0) {
            controller->choose({Level::None, std::nullopt, std::nullopt});
        } else if (how == 1) {
            ConsentStore other(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
            QVERIFY(other.choose({Level::None, std::nullopt, std::nullopt}, "hash"));
            controller->recheck();
        } else {
            controller->setEnabled(false);
        }
        QVERIFY(m_telemetry->told.contains(u"withdraw"_s));
        QCOMPARE(m_telemetry->told.filter(u"start"_s), QStringList());
    }
    void aNoInAPausedStartWithoutEventsLoadsNothing()
    {
        const auto controller = pausedStart();
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(m_package->looks + m_package->verifications, 0);
        QCOMPARE(m_telemetry->told, QStringList());
    }
    void aNoAfterAnEndInTimeDeletesWhatIsPending()
    {
        makeEvents();
        {
            ConsentStore store(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
            QVERIFY(store.choose({Level::Full, 0, std::nullopt}, "hash"));
            ConsentRecord record = *store.record();
            record.answer.expires = QDateTime::currentDateTimeUtc().addDays(-1);
            QVERIFY(store.restore(record));
        }
        const auto controller = installed();
        QCOMPARE(m_package->looks + m_package->verifications, 0); // nothing is loaded at the start
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(m_telemetry->told.value(0), u"withdraw"_s);
    }
    void aSecondNoLoadsNothing()
    {
        makeEvents(); // receipts, for example
        {
            ConsentStore store(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
            QVERIFY(store.choose({Level::None, 0, std::nullopt}, "hash"));
        }
        const auto controller = installed();
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(m_package->looks + m_package->verifications, 0);
    }
    void whatCantBeDeletedWithoutThePackageIsSaid()
    {
        makeEvents();
        const auto controller = pausedStart();
        QVERIFY(QDir(m_person->host().packageFolder).removeRecursively());
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QVERIFY(controller->status().note.contains("not installed"_L1));
        QCOMPARE(controller->status().effective.level, Level::None);
    }
    void aNoThatHoldsOnlyForNowSaysSo()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        installed(Level::Full);
        // Of somebody else, in a folder of somebody else: it can be read, and nothing more.
        const QString record = ConsentFile(m_person->host()).path();
        QVERIFY(QFile::setPermissions(record, QFile::permissions(record) | TestSupport::readByAll));
        QVERIFY(QDir().mkpath(m_person->path(u"own"_s)));
        for (const QString &folder :
             {m_person->path({}), QFileInfo(record).path(), QFileInfo(QFileInfo(record).path()).path()})
            QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | TestSupport::enteredByAll));
        const TestSupport::OrdinaryUser user(m_person->path(u"own"_s));
        const auto controller = installed();
        QCOMPARE(m_telemetry->told.last(), u"start full"_s);
        controller->choose({Level::None, std::nullopt, std::nullopt});
        QCOMPARE(m_telemetry->told.last(), u"withdraw"_s);
        QCOMPARE(controller->status().effective.level, Level::None);
        QVERIFY(controller->status().note.contains("until napari ends"_L1));
    }
};

QTEST_MAIN(TestConsentController)
#include "tst_consentcontroller.moc"
