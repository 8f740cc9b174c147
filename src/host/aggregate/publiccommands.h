#pragma once

#include <optional>

namespace Telemetry {

/// The commands that read public files and keys, and none of the host's: certificate, verify and key. Does one of them
/// and returns what the program ends with; nothing when the command is another one. Makes the application itself,
/// because a certificate is drawn: before any other one is made. Prints.
[[nodiscard]] std::optional<int> runPublicCommand(int argc, char *argv[]);

} // namespace Telemetry
