#pragma once

#include <QString>

namespace Telemetry {

/// A word of a command as a person has to type it: in quotes where this system's shell would take it for something else
/// (sh; on Windows cmd and PowerShell). Pure. Any thread.
[[nodiscard]] QString shellWord(const QString &word);

} // namespace Telemetry
