#pragma once

#include <QObject>

#include <atomic>

namespace Telemetry {

/// What kind of connection there is, as far as the system tells. GUI thread, but for mayUse().
class ConnectionWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins to watch.
    void begin();
    /// Whether something may be sent of its own accord: not on a metered connection, nor without any. What no back end
    /// of this system can tell is no reason against it. Any thread.
    [[nodiscard]] bool mayUse() const { return m_mayUse; }

private:
    void look();
    std::atomic<bool> m_mayUse = true;
};

} // namespace Telemetry
