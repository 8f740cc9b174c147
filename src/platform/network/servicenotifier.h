#pragma once

#include <QByteArray>
#include <QProcessEnvironment>

#include <chrono>
#include <optional>

namespace Telemetry {

/// Tells the service manager that started this program how it is: READY=1, WATCHDOG=1, STOPPING=1. The protocol is
/// sd_notify(3)'s: a datagram to the socket that NOTIFY_SOCKET names, on this computer always. A program that was
/// started by hand has none, and tells nobody. Any thread.
class ServiceNotifier
{
public:
    /// `process`: our own number, which WATCHDOG_PID has to name when it is there.
    ServiceNotifier(const QProcessEnvironment &environment, qint64 process);

    /// Whether it was told.
    bool tell(const QByteArray &state) const;
    /// In what time the manager wants to hear WATCHDOG=1, or it starts the program anew; nothing: it does not wait.
    [[nodiscard]] std::optional<std::chrono::microseconds> watchdog() const { return m_watchdog; }

private:
    QByteArray m_socket; ///< a path, or "@" and an abstract name; empty: nobody to tell
    std::optional<std::chrono::microseconds> m_watchdog;
};

} // namespace Telemetry
