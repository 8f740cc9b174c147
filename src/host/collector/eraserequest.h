#pragma once

#include "contract/period.h"
#include "contract/reporter.h"

#include <QList>

namespace Telemetry {

/// The body of `POST /v1/{level}/erase`: `{"week": "2026-W47", "reporters": ["32 hexadecimal digits", …]}`.
struct EraseRequest
{
    Period period;
    QList<Reporter> reporters;
};

/// Reads untrusted bytes. A single malformed reporter refuses the whole, so that nobody believes it was erased.
/// Errors: Invalid, TooLarge.
[[nodiscard]] Result<EraseRequest> decodeEraseRequest(const QByteArray &body);

} // namespace Telemetry
