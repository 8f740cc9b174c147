#pragma once

#include "contract/level.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace Telemetry {

/// When one level that has something waiting is sent of its own accord.
struct PlannedLevel
{
    Level level = Level::None;
    QDateTime next;      ///< UTC
    QDateTime attempted; ///< UTC, the last attempt; invalid: none yet
    int failures = 0;    ///< attempts that have failed in a row

    friend bool operator==(const PlannedLevel &, const PlannedLevel &) = default;
};

/// When what waits is sent of its own accord, for people and for the timer.
struct UploadPlan
{
    QList<PlannedLevel> levels; ///< those that have something waiting, lower ones first
    int waiting = 0;            ///< events that may leave now; what still grows and what is held is not among them
    bool unreachable = false;   ///< attempts at a level have failed for Limits::unreachableDays

    /// The earliest of them; invalid: nothing waits.
    [[nodiscard]] QDateTime next() const
    {
        QDateTime first;
        for (const PlannedLevel &one : levels)
            first = !first.isValid() || one.next < first ? one.next : first;
        return first;
    }
    /// The earliest of those that have failed; invalid: none has.
    [[nodiscard]] QDateTime nextTry() const
    {
        QDateTime first;
        for (const PlannedLevel &one : levels) {
            if (one.failures > 0 && (!first.isValid() || one.next < first))
                first = one.next;
        }
        return first;
    }
    [[nodiscard]] QList<Level> dueAt(const QDateTime &now) const
    {
        QList<Level> due;
        for (const PlannedLevel &one : levels) {
            if (one.next <= now)
                due.append(one.level);
        }
        return due;
    }

    friend bool operator==(const UploadPlan &, const UploadPlan &) = default;
};

} // namespace Telemetry
