#include "client/plugins/consent/consentcontroller.h"

#include "client/consent/consentgate.h"
#include "client/consent/consentlog.h"
#include "client/consent/question.h"
#include "contract/limits.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Beside the other package; one that is developed elsewhere is not watched.
QString ownFolder(const Host &host)
{
    return host.packageFolder.left(host.packageFolder.lastIndexOf(u'/')) + "/napari_telemetry_consent"_L1;
}

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

ConsentController::ConsentController(const Host &host, const LazyDictionary &dictionary,
                                     std::unique_ptr<AbstractPackage> package, const QString &platformName,
                                     QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_dictionary(dictionary)
    , m_package(std::make_unique<PackageKeeper>(std::move(package), host.packageFolder))
    , m_own(ownFolder(host))
{
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
    connect(m_telemetry.get(), &TelemetryHandle::activityChanged, this, &ConsentController::changed);
    connect(this, &ConsentController::changed, this, [this] { m_telemetry->showStatus(status()); });
    connect(m_telemetry.get(), &TelemetryHandle::identifiersReady, this, &ConsentController::identifiersReady);
    connectPackage();
}

void ConsentController::connectPackage()
{
    connect(m_telemetry.get(), &TelemetryHandle::wanted, m_package.get(), &PackageKeeper::obtain);
    connect(m_package.get(), &PackageKeeper::verified, this, &ConsentController::packageVerified);
    connect(m_package.get(), &PackageKeeper::unavailable, m_telemetry.get(), &TelemetryHandle::giveUp);
    connect(m_package.get(), &PackageKeeper::reconsider, this, [this] { apply(false); });
    connect(m_package.get(), &PackageKeeper::installed, this, [this] {
        if (m_telemetry->isWaitedFor()) // asked for meanwhile, and needs no grant
            m_package->obtain();
    });
    connect(m_package.get(), &PackageKeeper::changed, this, [this] {
        if (!m_applying)
            Q_EMIT changed();
    });
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
    status.refused = m_package->isRefused();
    status.package = m_package->state();
    if (const QString reason = m_package->reason(); !reason.isEmpty()) {
        status.effective.level = Level::None;
        status.effective.reason = reason;
    }
    if (m_endpoints.isOverride())
        status.effective.reason +=
            u'\n'
            + tr("Sent to %1 only (set by %2).")
                  .arg(m_endpoints.displayHost(Level::Basic), QLatin1StringView(endpointVariable));
    status.activity = m_telemetry->activity();
    status.note = m_note.isEmpty() ? m_package->note() : m_note;
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
    if (m_own.exists()) {
        connect(&m_own, &PackageFolder::touched, this, [this] { setInstalled(m_own.exists()); });
        m_own.watch();
    }
    apply(false);
    // The user's click that the end of napari cut short; nothing more than it asked for.
    if (m_store->isErasing() && !nothingWasEverSent())
        m_telemetry->resumeErasing(ConsentGate::eraseGrantToResume());
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
    // An end in time or a policy may have kept the package from being loaded, while events wait.
    m_mayHold = m_mayHold || !m_store->record() || m_store->record()->answer.level > Level::None;
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
    const auto &now = m_store->record();
    if (record && (!now || record->answer != now->answer || record->pause != now->pause))
        chosen(m_store->restore(*record), Level::None);
}

void ConsentController::chosen(const Result<Done> &written, Level before)
{
    m_note.clear();
    m_package->clearNote();
    m_unsaved = !written;
    if (!written) {
        // An answer that can't be kept is not acted on, or a no would turn into yesterday's yes at the next start.
        qCWarning(consentLog, "the answer could not be saved: %s", qUtf8Printable(written.error().detail));
        m_note = tr("Your answer could not be saved in %1: %2").arg(m_store->path(), written.error().detail);
        if (ConsentGate::grantFor(m_store->effective())) // as the next start would find it
            m_note += u'\n'
                      + tr("Telemetry is off until napari ends. After that the answer before it counts again, unless "
                           "the variable NAPARI_TELEMETRY is 0.");
    }
    const int sent = m_telemetry->activity().sent;
    apply(true);
    if (allowed().level < before && sent > 0)
        Q_EMIT eraseOffered();
}

void ConsentController::apply(bool mayInstall)
{
    m_applying = true;
    const EffectiveLevel effective = allowed();
    const auto grant = ConsentGate::grantFor(effective);
    m_package->setWanted(grant.has_value());
    // Uninstalling is not a no: what is pending stays.
    const bool holds = grant || !m_installed || effective.cause == EffectiveLevel::Cause::Paused;
    const bool ends = std::exchange(m_mayHold, holds) && !holds;
    if (!grant && !holds) {
        withdraw(ends);
    } else if (!grant || !m_package->isInPlace()) {
        m_telemetry->pause(); // also when the package is uninstalled by hand while it runs: not a no, either
    } else if (m_telemetry->isAttached()) {
        m_telemetry->start(*grant);
    } else {
        m_package->obtain();
    }
    if (mayInstall)
        m_package->offerInstallation();
    m_applying = false;
    Q_EMIT changed();
}

/// `ends`: until now what is pending was to stay. Then it goes also when nobody is there who could delete it yet; at a
/// start after a no nothing is loaded.
void ConsentController::withdraw(bool ends)
{
    if (!ends || m_telemetry->isAttached() || !m_store->hasEvents()) {
        m_telemetry->withdraw();
    } else if (!m_package->exists()) {
        if (m_note.isEmpty())
            m_note = tr("What waits to be sent can't be deleted now, because the package napari-telemetry is not "
                        "installed. It is not sent: after another yes it is deleted first.");
    } else {
        m_telemetry->withdrawWhenAttached();
    }
}

void ConsentController::packageVerified()
{
    if (ConsentGate::grantFor(allowed()) || m_telemetry->isWaitedFor()) {
        Q_EMIT telemetryWanted();
        return;
    }
    m_package->letGo();
    apply(false);
}

bool ConsentController::nothingWasEverSent() const
{
    // Before any yes the other package is not even looked for, see the promises.
    return !m_telemetry->isAttached() && !m_store->mayHaveRecorded();
}

/// Whether nobody is there who could read what was recorded.
bool ConsentController::isOutOfReach() const
{
    return !m_telemetry->isAttached() && !m_package->exists();
}

void ConsentController::showPreview(QWidget *window)
{
    if (nothingWasEverSent() || isOutOfReach())
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
    if (nothingWasEverSent())
        return;
    if (isOutOfReach()) {
        m_note = tr("The receipts can't be deleted: the package napari-telemetry is not installed.");
        Q_EMIT changed();
    } else {
        m_telemetry->forgetReceipts();
    }
}

void ConsentController::requestIdentifiers()
{
    if (nothingWasEverSent())
        Q_EMIT identifiersReady(tr("There are no identifiers: nothing was recorded in this environment."));
    else if (isOutOfReach())
        Q_EMIT identifiersReady(tr("The identifiers can't be read: the package napari-telemetry is not installed."));
    else
        m_telemetry->requestIdentifiers();
}

void ConsentController::attach(QObject *plugin)
{
    const auto attached = m_telemetry->attach(plugin, [this] { recheck(); });
    if (!attached) {
        m_package->fail(attached.error().detail);
        return;
    }
    m_package->setLoaded();
    apply(false);
}

} // namespace Telemetry
