#pragma once

#include "contract/result.h"

#include <QString>

namespace Telemetry {

/// The only way in which a person reads raw events: SQLite's shell, in this terminal, on a copy that is in memory alone
/// and goes with the shell. What is typed there changes nothing of the host's. Returns when the person leaves it.
///
/// On the way the copy is a file of its owner's alone in `memory`, which must be a file system in memory; the shell
/// reads it whole and removes it before anything can be typed. Errors: as RawFile::openToRead(); Io (`memory` is
/// none, no sqlite3, no room).
[[nodiscard]] Result<Done> openRawShell(const QString &raw, const QString &memory = QStringLiteral("/dev/shm"));

/// Removes the copies that shells of ours left there which were killed, while the copy was a file. Those whose shell
/// runs stay.
void removeRawCopies(const QString &memory = QStringLiteral("/dev/shm"));

} // namespace Telemetry
