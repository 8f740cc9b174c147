#pragma once

#include "contract/request.h"

#include <QString>

namespace Telemetry {

/// What is shown of the chosen events.
struct EventDetails
{
    quint64 ticket = 0; ///< of the question that this answers
    QString json;       ///< the exact bytes, a line for each event
    QString request;    ///< the whole request that carries the first of them; empty when none leaves now
    QString note;       ///< translated: why there is none, or what to know about it; may be empty
};

/// The request as it goes over the wire, head and body, for people to read and to copy. Its lines end with a line feed
/// alone.
[[nodiscard]] QString requestText(const Request &request);

} // namespace Telemetry
