#include "platform/network/servicenotifier.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

std::optional<std::chrono::microseconds> watchdogOf(const QProcessEnvironment &environment, qint64 process)
{
    const QString whose = environment.value(u"WATCHDOG_PID"_s);
    const qint64 microseconds = environment.value(u"WATCHDOG_USEC"_s).toLongLong();
    if (microseconds <= 0 || (!whose.isEmpty() && whose.toLongLong() != process))
        return std::nullopt;
    return std::chrono::microseconds(microseconds);
}

} // namespace

ServiceNotifier::ServiceNotifier(const QProcessEnvironment &environment, qint64 process)
    : m_socket(environment.value(u"NOTIFY_SOCKET"_s).toLocal8Bit())
    , m_watchdog(watchdogOf(environment, process))
{
}

} // namespace Telemetry
