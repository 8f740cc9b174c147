#pragma once

#include "contract/level.h"

#include <QDateTime>
#include <QList>

#include <algorithm>

namespace Telemetry {

/// Proof that the user agreed, and to how much. Only ConsentGate makes one; collect, spool and upload take it in their
/// constructors, so that nothing of them can exist without consent. A value: copy it freely, from any thread. When the
/// level changes, what was built with a grant is destroyed and built anew with the next one.
class Grant
{
public:
    /// One yes of those that led to a grant without a no between them.
    struct Step
    {
        Level level;
        QDateTime answered; ///< UTC
    };
    /// Basic, middle or full; never none.
    [[nodiscard]] Level level() const { return m_level; }
    /// When the user agreed (UTC): nothing is sent of its own accord for a while after it. Invalid when nobody knows.
    [[nodiscard]] const QDateTime &agreed() const { return m_agreed; }
    /// The administrator says that people have one home folder on many computers: then each counts once there, whatever
    /// the computer.
    [[nodiscard]] bool sharedHome() const { return m_sharedHome; }
    /// Up to which level what was recorded after an earlier answer, of that moment, may be there still: the lowest that
    /// the user has wanted from then on. None when a no or an end in time came between, or nobody knows that answer.
    [[nodiscard]] Level heldSince(const QDateTime &answer) const
    {
        const auto isIt = [&](const Step &step) { return step.answered == answer; };
        const auto found = std::find_if(m_steps.rbegin(), m_steps.rend(), isIt); // the last: one can be put back
        if (found == m_steps.rend())
            return Level::None;
        Level lowest = m_level;
        for (auto step = m_steps.rbegin(); step != found + 1; ++step)
            lowest = lowerOf(lowest, step->level);
        return lowest;
    }

private:
    friend class ConsentGate;
    explicit Grant(Level level, const QDateTime &agreed = {}, const QList<Step> &steps = {}, bool sharedHome = false)
        : m_level(level)
        , m_agreed(agreed)
        , m_steps(steps.isEmpty() ? QList<Step>{{level, agreed}} : steps)
        , m_sharedHome(sharedHome)
    {
    }
    Level m_level;
    QDateTime m_agreed;
    QList<Step> m_steps; ///< oldest first
    bool m_sharedHome;
};

} // namespace Telemetry
