#pragma once

#include "contract/level.h"

#include <QDateTime>
#include <QMap>

namespace Telemetry {

/// How sending went to the host of one level. Times are UTC.
struct SendingState
{
    QDateTime attempted;    ///< the last attempt; invalid: none yet
    QDateTime failingSince; ///< the first of the attempts that have failed in a row; invalid: the last one did not
    QDateTime failedLast;   ///< the last of them
    int failures = 0;       ///< in a row
    QDateTime notBefore;    ///< no attempt of its own accord before; invalid: no such wait
    QDateTime askedToWait;  ///< what the collector asked for (Retry-After): no attempt at all before; invalid: nothing

    friend bool operator==(const SendingState &, const SendingState &) = default;
};

/// Of every level that was tried.
using SendingStates = QMap<Level, SendingState>;

} // namespace Telemetry
