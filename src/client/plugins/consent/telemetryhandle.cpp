#include "client/plugins/consent/telemetryhandle.h"

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

TelemetryHandle::TelemetryHandle(const Host &host, const Endpoints &endpoints, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_endpoints(endpoints)
{
}

Result<Done> TelemetryHandle::attach(QObject *plugin, std::function<void()> recheck)
{
    auto *telemetry = qobject_cast<TelemetryInterface *>(plugin);
    if (!telemetry)
        return Error{Error::Code::Unsupported, tr("it is not the plugin that was expected")};
    if (telemetry->release() != ourRelease())
        return Error{Error::Code::Unsupported,
                     tr("it is release %1, and %2 is needed").arg(telemetry->release(), ourRelease())};
    if (m_plugin != plugin) {
        m_plugin = plugin;
        m_telemetry = telemetry;
        m_telemetry->setRecheck(std::move(recheck));
        m_telemetry->setPlace(m_host, m_endpoints);
        connect(plugin, SIGNAL(activityChanged(QString)), this, SLOT(readActivity(QString)));
        connect(plugin, SIGNAL(identifiersReady(QString)), this, SIGNAL(identifiersReady(QString)));
    }
    for (const auto &action : std::exchange(m_waiting, {}))
        action();
    return Done{};
}

void TelemetryHandle::readActivity(const QString &json)
{
    const auto activity = activityFromJson(json.toUtf8());
    if (!activity || activity.value() == m_activity)
        return;
    m_activity = activity.value();
    Q_EMIT activityChanged();
}

void TelemetryHandle::start(const Grant &grant)
{
    if (!m_plugin)
        return;
    m_running = true;
    m_telemetry->start(grant);
}

void TelemetryHandle::pause()
{
    if (isRunning())
        m_telemetry->pause();
    m_running = false;
}

void TelemetryHandle::withdraw()
{
    // Also when it only pauses: what is pending has to go.
    if (m_plugin)
        m_telemetry->withdraw();
    m_running = false;
}

void TelemetryHandle::withdrawWhenAttached()
{
    m_running = false;
    whenAttached([this] { m_telemetry->withdraw(); });
}

void TelemetryHandle::showPreview(QWidget *window)
{
    // The window may be gone when the plugin is there.
    whenAttached([this, above = QPointer<QWidget>(window)] {
        if (above)
            m_telemetry->showPreview(above);
    });
}

void TelemetryHandle::showStatus(const ConsentStatus &status)
{
    if (m_plugin)
        m_telemetry->showStatus(status);
}

void TelemetryHandle::deletePending()
{
    if (isRunning())
        m_telemetry->deletePending();
}

void TelemetryHandle::eraseSent(EraseGrant grant)
{
    erase(std::move(grant), &TelemetryInterface::eraseSent);
}

void TelemetryHandle::resumeErasing(EraseGrant grant)
{
    erase(std::move(grant), &TelemetryInterface::resumeErasing);
}

void TelemetryHandle::erase(EraseGrant grant, Erase how)
{
    m_activity.erase = Activity::Erase::Running;
    m_activity.eraseDetail.clear();
    Q_EMIT activityChanged();
    // Shared, because what can wait in a list can be copied; used once all the same.
    auto once = std::make_shared<EraseGrant>(std::move(grant));
    whenAttached([this, how, once] { (m_telemetry->*how)(std::move(*once)); });
}

void TelemetryHandle::forgetReceipts()
{
    whenAttached([this] { m_telemetry->forgetReceipts(); });
}

void TelemetryHandle::requestIdentifiers()
{
    whenAttached([this] { m_telemetry->requestIdentifiers(); });
}

void TelemetryHandle::whenAttached(std::function<void()> action)
{
    if (m_plugin) {
        action();
        return;
    }
    m_waiting.append(std::move(action));
    if (m_waiting.size() == 1)
        Q_EMIT wanted();
}

void TelemetryHandle::refuseErase(const QString &reason)
{
    m_activity.erase = Activity::Erase::Failed;
    m_activity.eraseDetail = reason;
    Q_EMIT activityChanged();
}

void TelemetryHandle::giveUp(const QString &reason)
{
    m_waiting.clear();
    if (m_activity.erase == Activity::Erase::Running)
        refuseErase(reason);
}

} // namespace Telemetry
