#include "client/package/packagekeeper.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Action = InstallPlan::Action;
using Package = ConsentStatus::Package;

namespace {

/// Is there when it is said so, and verified when the test says so.
class FakePackage : public AbstractPackage
{
public:
    [[nodiscard]] bool exists() const override { return there; }
    void verify() override { ++verifications; }
    void watch() override { isWatched = true; }
    void answer(PackageReport::Outcome outcome)
    {
        PackageReport report = refusedPackage(PackageReport::Problem::Changed);
        report.outcome = outcome;
        Q_EMIT verified(report);
    }
    bool there = false;
    bool isWatched = false;
    int verifications = 0;
};

} // namespace

class TestPackageKeeper : public QObject
{
    Q_OBJECT
private:
    FakePackage *m_package = nullptr;
    std::unique_ptr<PackageKeeper> m_keeper;
    std::unique_ptr<QSignalSpy> m_verified;
    std::unique_ptr<QSignalSpy> m_unavailable;
    std::unique_ptr<QSignalSpy> m_wanted;
    std::unique_ptr<QSignalSpy> m_reconsider;

    static void expectRefusal()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry is not loaded: "_s));
    }
    static void expectFailure()
    {
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"napari-telemetry could not be installed or loaded: "_s));
    }

private Q_SLOTS:
    void init()
    {
        auto package = std::make_unique<FakePackage>();
        m_package = package.get();
        m_keeper = std::make_unique<PackageKeeper>(std::move(package), u"/site/napari_telemetry"_s);
        m_verified = std::make_unique<QSignalSpy>(m_keeper.get(), &PackageKeeper::verified);
        m_unavailable = std::make_unique<QSignalSpy>(m_keeper.get(), &PackageKeeper::unavailable);
        m_wanted = std::make_unique<QSignalSpy>(m_keeper.get(), &PackageKeeper::installationWanted);
        m_reconsider = std::make_unique<QSignalSpy>(m_keeper.get(), &PackageKeeper::reconsider);
    }
    void untilItIsWantedNothingIsLookedAt()
    {
        m_package->there = true;
        QCOMPARE(m_keeper->state(), Package::Fine);
        QVERIFY(!m_package->isWatched);
        QCOMPARE(m_package->verifications, 0);
        Q_EMIT m_package->touched();
        QCOMPARE(m_reconsider->size(), 0);
    }
    void whatIsWantedAndMissingIsOfferedOnlyAfterAYes()
    {
        m_keeper->setWanted(true);
        m_keeper->obtain();
        QCOMPARE(m_keeper->state(), Package::Missing);
        QVERIFY(!m_keeper->reason().isEmpty());
        QCOMPARE(m_unavailable->size(), 1);
        QCOMPARE(m_wanted->size(), 0);
        m_keeper->offerInstallation();
        QCOMPARE(m_wanted->size(), 1);
        QCOMPARE(m_wanted->first().first().value<Action>(), Action::Install);
    }
    void whatNeedsNoGrantMakesNothingMissing()
    {
        m_keeper->obtain();
        QCOMPARE(m_keeper->state(), Package::Fine);
        QCOMPARE(m_unavailable->size(), 1);
        m_keeper->offerInstallation();
        QCOMPARE(m_wanted->size(), 0);
    }
    void isVerifiedOnceWhileThatIsUnderWay()
    {
        m_package->there = true;
        m_keeper->setWanted(true);
        m_keeper->obtain();
        m_keeper->obtain();
        QCOMPARE(m_package->verifications, 1);
        m_package->answer(PackageReport::Outcome::Verified);
        QCOMPARE(m_verified->size(), 1);
        m_keeper->obtain(); // it is being loaded
        QCOMPARE(m_package->verifications, 1);
        m_keeper->letGo();
        m_keeper->obtain();
        QCOMPARE(m_package->verifications, 2);
    }
    void aRefusedOneCanBeRepairedAndANoEndsTheMatter()
    {
        m_package->there = true;
        m_keeper->setWanted(true);
        m_keeper->obtain();
        expectRefusal();
        m_package->answer(PackageReport::Outcome::Refused);
        QVERIFY(m_keeper->isRefused());
        QCOMPARE(m_keeper->state(), Package::Unusable);
        QCOMPARE(m_verified->size(), 0);
        m_keeper->install();
        QCOMPARE(m_wanted->last().first().value<Action>(), Action::Repair);
        m_keeper->setWanted(false);
        QVERIFY(!m_keeper->isRefused());
        QCOMPARE(m_keeper->state(), Package::Fine);
    }
    void aTakenNameIsNoMatterOfWhatIsInstalled()
    {
        m_package->there = true;
        connect(m_keeper.get(), &PackageKeeper::nameCheckWanted, this, [this] { m_keeper->setNameTaken(true); });
        m_keeper->setWanted(true);
        expectRefusal();
        m_keeper->obtain();
        QVERIFY(m_keeper->isRefused());
        QCOMPARE(m_keeper->state(), Package::Fine);
        QCOMPARE(m_package->verifications, 0);
        m_keeper->install();
        QCOMPARE(m_wanted->size(), 0);
    }
    void whileSomethingIsInstalledItIsNeitherVerifiedNorUsed()
    {
        m_keeper->setWanted(true);
        m_keeper->setInstalling(true);
        m_package->there = true; // in part
        QVERIFY(!m_keeper->isInPlace());
        QCOMPARE(m_keeper->state(), Package::Missing);
        m_keeper->obtain();
        Q_EMIT m_package->touched();
        m_keeper->offerInstallation();
        QCOMPARE(m_package->verifications + m_wanted->size() + m_reconsider->size(), 0);
        QSignalSpy installed(m_keeper.get(), &PackageKeeper::installed);
        m_keeper->ready();
        QCOMPARE(m_reconsider->size(), 1);
        QCOMPARE(installed.size(), 1);
        QVERIFY(m_keeper->isInPlace());
    }
    void anInstallationDuringAVerificationVoidsIt()
    {
        m_package->there = true;
        m_keeper->setWanted(true);
        m_keeper->obtain();
        m_keeper->setInstalling(true);
        m_package->answer(PackageReport::Outcome::Verified);
        QCOMPARE(m_verified->size(), 0);
        QCOMPARE(m_reconsider->size(), 1);
    }
    void aFailureSaysWhetherItIsThere_data()
    {
        QTest::addColumn<bool>("there");
        QTest::addColumn<Package>("state");
        QTest::newRow("installing failed") << false << Package::Missing;
        QTest::newRow("loading failed") << true << Package::Unusable;
    }
    void aFailureSaysWhetherItIsThere()
    {
        QFETCH(bool, there);
        m_package->there = there;
        m_keeper->setWanted(true);
        expectFailure();
        m_keeper->fail(u"the reason"_s);
        QTEST(m_keeper->state(), "state");
        QVERIFY(m_keeper->note().contains("the reason"_L1));
        QCOMPARE(m_unavailable->size(), 1);
        m_keeper->ready();
        QVERIFY(m_keeper->note().isEmpty());
    }
    void whatIsLoadedIsWatchedForGoing()
    {
        m_package->there = true;
        m_keeper->setWanted(true);
        m_keeper->obtain();
        m_package->answer(PackageReport::Outcome::Verified);
        m_keeper->setLoaded();
        QVERIFY(m_keeper->isInPlace());
        m_package->there = false;
        Q_EMIT m_package->touched();
        QCOMPARE(m_reconsider->size(), 1);
        QVERIFY(!m_keeper->isInPlace());
        QCOMPARE(m_keeper->state(), Package::Missing);
    }
    void whatPipLeavesBehindIsSaid()
    {
        m_package->there = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry could not be uninstalled: "_s));
        m_keeper->removed(u"not allowed"_s);
        QVERIFY(m_keeper->note().contains("/site/napari_telemetry"_L1));
        QVERIFY(m_keeper->note().contains("not allowed"_L1));
        m_package->there = false;
        m_keeper->removed({});
        QVERIFY(m_keeper->note().isEmpty());
        QCOMPARE(m_reconsider->size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPackageKeeper)
#include "tst_packagekeeper.moc"
