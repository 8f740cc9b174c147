#pragma once

#include "contract/level.h"

#include <QDateTime>

namespace Telemetry {

/// Proof that the user agreed, and to how much. Only ConsentGate makes one; collect, spool and upload take it in their
/// constructors, so that nothing of them can exist without consent. A value: copy it freely, from any thread. When the
/// level changes, what was built with a grant is destroyed and built anew with the next one.
class Grant
{
public:
    /// Basic, middle or full; never none.
    [[nodiscard]] Level level() const { return m_level; }
    /// When the user agreed (UTC): nothing is sent of its own accord for a while after it. Invalid when nobody knows.
    [[nodiscard]] const QDateTime &agreed() const { return m_agreed; }
    /// The administrator says that people have one home folder on many computers: then each counts once there, whatever
    /// the computer.
    [[nodiscard]] bool sharedHome() const { return m_sharedHome; }

private:
    friend class ConsentGate;
    explicit Grant(Level level, const QDateTime &agreed = {}, bool sharedHome = false)
        : m_level(level)
        , m_agreed(agreed)
        , m_sharedHome(sharedHome)
    {
    }
    Level m_level;
    QDateTime m_agreed;
    bool m_sharedHome;
};

} // namespace Telemetry
