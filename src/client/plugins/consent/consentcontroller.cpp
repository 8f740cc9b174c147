#include "client/plugins/consent/consentcontroller.h"

#include "client/consent/clientfiles.h"
#include "client/consent/consentgate.h"
#include "client/consent/question.h"
#include "contract/limits.h"

#include <QFileInfo>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.consent")

EffectiveLevel none(EffectiveLevel::Cause cause, bool fixed, const QString &reason)
{
    EffectiveLevel effective;
    effective.cause = cause;
    effective.fixed = fixed;
    effective.maximum = fixed ? Level::None : Level::Full;
    effective.reason = reason;
    return effective;
}
} // namespace

ConsentController::ConsentController(const Host &host, const LazyDictionary &dictionary, const QString &platformName,
                                     std::unique_ptr<TelemetryPackage> package, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_dictionary(dictionary)
    , m_package(std::move(package))
{
    if (!m_package)
        m_package = std::make_unique<TelemetryPackage>(PackageManifest(), m_host.packageFolder, m_host.dataFolder);
    connect(m_package.get(), &TelemetryPackage::verified, this, &ConsentController::packageVerified);
    m_packageTimer.setSingleShot(true);
    m_packageTimer.setInterval(Limits::packageSettlesMs);
    connect(&m_packageTimer, &QTimer::timeout, this, &ConsentController::packageTouched);
    if (qEnvironmentVariableIsSet(endpointVariable)) {
        auto endpoints = Endpoints::onLoopback(qEnvironmentVariable(endpointVariable));
        if (endpoints)
            m_endpoints = std::move(endpoints).value();
        else
            m_endpointProblem = tr("Off: %1.").arg(endpoints.error().detail);
    }
    m_store = std::make_unique<ConsentStore>(m_host, m_dictionary, platformName);
    m_telemetry = std::make_unique<TelemetryHandle>(m_host, m_endpoints);
    connect(m_store.get(), &ConsentStore::changed, this, [this] { apply(false); });
    connect(m_telemetry.get(), &TelemetryHandle::wanted, this, &ConsentController::obtainPackage);
    connect(m_telemetry.get(), &TelemetryHandle::activityChanged, this, &ConsentController::changed);
    connect(this, &ConsentController::changed, this, [this] { m_telemetry->showStatus(status()); });
    connect(m_telemetry.get(), &TelemetryHandle::identifiersReady, this, &ConsentController::identifiersReady);
}

EffectiveLevel ConsentController::allowed() const
{
    if (!m_enabled)
        return none(EffectiveLevel::Cause::Variable, true, tr("Off: disabled in napari's plugin manager."));
    if (!m_installed)
        return none(EffectiveLevel::Cause::Variable, true, tr("Off: napari-telemetry-consent was uninstalled."));
    if (!m_endpointProblem.isEmpty())
        return none(EffectiveLevel::Cause::Variable, true, m_endpointProblem);
    EffectiveLevel effective = m_store->effective();
    if (m_unsaved)
        effective.level = Level::None;
    return effective;
}

ConsentStatus ConsentController::status() const
{
    ConsentStatus status;
    status.effective = allowed();
    status.refused = !m_refusal.isEmpty();
    // Other code's module of our name is no matter of what is installed: replacing that would help nobody.
    if ((status.refused && !m_nameTaken) || m_unusable)
        status.package = ConsentStatus::Package::Unusable;
    else if (m_missing)
        status.package = ConsentStatus::Package::Missing;
    if (status.refused || status.package != ConsentStatus::Package::Fine)
        status.effective.level = Level::None;
    if (status.refused)
        status.effective.reason = m_refusal;
    else if (m_unusable)
        status.effective.reason =
            tr("Off: the package napari-telemetry can't be used. Preferences, Telemetry offers to install the release "
               "that belongs to this one.");
    else if (m_missing)
        status.effective.reason =
            tr("Off: the package napari-telemetry is not installed. Choose a level to install it.");
    if (m_endpoints.isOverride())
        status.effective.reason +=
            u'\n'
            + tr("Sent to %1 only (set by %2).")
                  .arg(m_endpoints.displayHost(Level::Basic), QLatin1StringView(endpointVariable));
    status.activity = m_telemetry->activity();
    status.note = m_note;
    status.running = m_telemetry->isRunning();
    return status;
}

Question ConsentController::question() const
{
    const EffectiveLevel &effective = m_store->effective();
    const bool difference = effective.cause == EffectiveLevel::Cause::Outdated && effective.ask;
    return {m_dictionary.get(), m_endpoints, difference ? effective.answeredDictionary : 0};
}

void ConsentController::begin()
{
    m_store->watch();
    // Beside the other package; one that is developed elsewhere is not watched.
    const QString own = QFileInfo(m_host.packageFolder).path() + "/napari_telemetry_consent"_L1;
    if (QFileInfo::exists(own)) {
        m_ownWatch = std::make_unique<FileWatch>(QStringList{own});
        connect(m_ownWatch.get(), &FileWatch::changed, &m_ownTimer, qOverload<>(&QTimer::start));
        m_ownTimer.setSingleShot(true);
        m_ownTimer.setInterval(Limits::packageSettlesMs); // an update takes it away, too, and puts it back
        connect(&m_ownTimer, &QTimer::timeout, this, [this, own] { setInstalled(QFileInfo::exists(own)); });
    }
    apply(false);
    // The user's click that the end of napari cut short; nothing more than it asked for.
    if (QFileInfo::exists(ClientFiles(m_host).erasing()) && !nothingWasEverSent())
        m_telemetry->resumeErasing(ConsentGate::eraseGrantForClick());
}

void ConsentController::setInstalled(bool installed)
{
    if (installed == m_installed)
        return;
    m_installed = installed;
    apply(false);
}

void ConsentController::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    m_store->reread();
    apply(false);
}

void ConsentController::recheck()
{
    // What goes while it runs is noticed by the watch, and here before anything is sent.
    if (!m_applying && (m_store->reread() || (m_telemetry->isRunning() && !m_package->exists())))
        apply(false);
}

void ConsentController::choose(const Choice &choice)
{
    // What was agreed to; a pause does not change that.
    const EffectiveLevel now = allowed();
    const Level before = now.cause == EffectiveLevel::Cause::Paused ? now.chosen : now.level;
    chosen(m_store->choose(choice, question().hash()), before);
}

void ConsentController::pause(PauseLength length)
{
    chosen(m_store->pause(length), Level::None);
}

void ConsentController::resume()
{
    chosen(m_store->resume(), Level::None);
}

void ConsentController::setNeverAsk(bool never)
{
    const auto written = m_store->setNeverAsk(never);
    m_note = written ? QString() : tr("Your choice could not be saved: %1").arg(written.error().detail);
    apply(false);
}

void ConsentController::restore(const std::optional<ConsentRecord> &record)
{
    // Without an answer before there is nothing to put back: the one that was given since stays.
    if (record && record != m_store->record())
        chosen(m_store->restore(*record), Level::None);
}

void ConsentController::chosen(const Result<Done> &written, Level before)
{
    m_note.clear();
    m_unsaved = !written;
    if (!written) {
        // An answer that can't be kept is not acted on, or a no would turn into yesterday's yes at the next start.
        qCWarning(log, "the answer could not be saved: %s", qUtf8Printable(written.error().detail));
        m_note = tr("Your answer could not be saved in %1: %2").arg(m_store->path(), written.error().detail);
    }
    const int sent = m_telemetry->activity().sent;
    apply(true);
    if (allowed().level < before && sent > 0)
        Q_EMIT eraseOffered();
}

void ConsentController::apply(bool mayInstall)
{
    m_applying = true;
    m_missing = false;
    m_unusable = false;
    const EffectiveLevel effective = allowed();
    const auto grant = ConsentGate::grantFor(effective);
    if (!grant)
        m_refusal.clear();
    // Uninstalling is not a no: what is pending stays.
    if (!grant && (!m_installed || effective.cause == EffectiveLevel::Cause::Paused)) {
        m_telemetry->pause();
    } else if (!grant) {
        m_telemetry->withdraw();
    } else if (m_installing || (m_telemetry->isAttached() && !m_package->exists())) {
        // Also when it is uninstalled by hand while it runs: not a no, so that what is pending stays.
        m_missing = true;
        m_telemetry->pause();
    } else if (m_telemetry->isAttached()) {
        m_telemetry->start(*grant);
    } else {
        obtainPackage();
    }
    if (m_missing && mayInstall && !m_installing)
        Q_EMIT installationWanted(InstallPlan::Action::Install);
    m_applying = false;
    Q_EMIT changed();
}

void ConsentController::obtainPackage()
{
    if (m_obtaining || m_installing)
        return;
    if (!m_packageWatch) {
        m_packageWatch = std::make_unique<FileWatch>(QStringList{m_host.packageFolder});
        connect(m_packageWatch.get(), &FileWatch::changed, &m_packageTimer, qOverload<>(&QTimer::start));
    }
    m_refusal.clear();
    m_nameTaken = false;
    Q_EMIT nameCheckWanted();
    if (m_nameTaken) {
        refusePackage(refusedPackage(PackageReport::Problem::NameTaken));
    } else if (m_package->exists()) {
        m_obtaining = true;
        m_package->verify();
    } else {
        m_missing = allowed().level != Level::None;
        m_telemetry->giveUp(tr("The package napari-telemetry is not installed."));
    }
}

void ConsentController::packageVerified(const PackageReport &report)
{
    if (report.outcome == PackageReport::Outcome::Verified && !m_installing
        && (ConsentGate::grantFor(allowed()) || m_telemetry->isWaitedFor())) {
        Q_EMIT telemetryWanted();
        return;
    }
    m_obtaining = false;
    if (report.outcome == PackageReport::Outcome::Refused)
        refusePackage(report);
    else
        apply(false); // it went away meanwhile, or the grant did
}

void ConsentController::refusePackage(const PackageReport &report)
{
    const QString summary = report.summary();
    qCWarning(log, "napari-telemetry is not loaded: %s", qUtf8Printable(summary));
    m_refusal =
        tr("Off: the check of the package napari-telemetry failed, so nothing of it was loaded. %1.").arg(summary);
    m_telemetry->giveUp(m_refusal);
    if (!m_applying)
        Q_EMIT changed();
}

void ConsentController::packageTouched()
{
    // What is loaded stays loaded: only whether the package is still there counts then.
    if (!m_obtaining && !m_installing && (m_missing || m_unusable || !m_refusal.isEmpty() || m_telemetry->isAttached()))
        apply(false);
}

void ConsentController::install()
{
    const ConsentStatus::Package package = status().package;
    if (package == ConsentStatus::Package::Missing)
        Q_EMIT installationWanted(InstallPlan::Action::Install);
    else if (package == ConsentStatus::Package::Unusable)
        Q_EMIT installationWanted(InstallPlan::Action::Repair);
}

bool ConsentController::nothingWasEverSent()
{
    // Before any yes the other package is not even looked for, see the promises.
    return !m_telemetry->isAttached() && (!m_store->hasEverAgreed() || !m_package->exists());
}

void ConsentController::showPreview(QWidget *window)
{
    if (nothingWasEverSent())
        Q_EMIT sampleWanted(window);
    else
        m_telemetry->showPreview(window);
}

void ConsentController::eraseSent()
{
    if (nothingWasEverSent())
        m_telemetry->refuseErase(tr("Nothing was sent from this environment."));
    else
        m_telemetry->eraseSent(ConsentGate::eraseGrantForClick());
}

void ConsentController::forgetReceipts()
{
    if (!nothingWasEverSent())
        m_telemetry->forgetReceipts();
}

void ConsentController::requestIdentifiers()
{
    if (nothingWasEverSent())
        Q_EMIT identifiersReady(tr("There are no identifiers: nothing was recorded in this environment."));
    else
        m_telemetry->requestIdentifiers();
}

void ConsentController::packageReady()
{
    m_installing = false;
    m_note.clear();
    apply(false);
    if (m_telemetry->isWaitedFor()) // asked for meanwhile, and needs no grant
        obtainPackage();
}

void ConsentController::packageFailed(const QString &reason)
{
    m_obtaining = false;
    m_installing = false;
    m_note = tr("napari-telemetry could not be installed or loaded: %1").arg(reason);
    qCWarning(log, "napari-telemetry could not be installed or loaded: %s", qUtf8Printable(reason));
    const bool wanted = allowed().level != Level::None;
    const bool there = wanted && m_package->exists();
    m_missing = wanted && !there;
    m_unusable = there && !m_telemetry->isAttached();
    m_telemetry->giveUp(m_note);
    Q_EMIT changed();
}

void ConsentController::packageRemoved(const QString &problem)
{
    m_note.clear();
    if (m_package->exists()) {
        m_note =
            tr("napari-telemetry could not be uninstalled. Delete the folder %1 by hand.").arg(m_host.packageFolder);
        if (!problem.isEmpty())
            m_note += u'\n' + problem;
        qCWarning(log, "napari-telemetry could not be uninstalled: %s", qUtf8Printable(problem));
    }
    apply(false);
}

void ConsentController::attach(QObject *plugin)
{
    m_obtaining = false;
    const auto attached = m_telemetry->attach(plugin, [this] { recheck(); });
    if (!attached) {
        packageFailed(attached.error().detail);
        return;
    }
    m_note.clear();
    apply(false);
}

} // namespace Telemetry
