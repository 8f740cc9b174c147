#pragma once

#include "contract/level.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <functional>

namespace Telemetry {

/// What became of one level's receipts.
struct EraseOutcome
{
    Level level = Level::None;
    QString host;   ///< where it was asked for, for people
    int erased = 0; ///< events
    QString detail; ///< for people: why not all were erased; empty when they were
};

/// The whole of one erasing, level by level. Levels without receipts do not appear.
struct EraseReport
{
    QList<EraseOutcome> outcomes;
    QString problem; ///< for people: why nothing could be asked for at all; empty when it could

    [[nodiscard]] bool succeeded() const
    {
        return problem.isEmpty()
               && std::all_of(outcomes.begin(), outcomes.end(), [](const auto &one) { return one.detail.isEmpty(); });
    }
};

/// Erases what was sent. Lives in the worker thread; never blocks it. Made by the upload plugin, for one erasing.
class AbstractEraser
{
public:
    AbstractEraser() = default;
    virtual ~AbstractEraser();
    Q_DISABLE_COPY_MOVE(AbstractEraser)

    /// Asks for everything that there is a receipt of, lower levels first, one request at a time; a level that fails
    /// does not hold back another, and keeps its receipts. `finished` is called once, from the worker thread's event
    /// loop. Only the first call does anything.
    virtual void erase(std::function<void(const EraseReport &)> finished) = 0;
};

} // namespace Telemetry
