#pragma once

#include "host/aggregate/publicfiles.h"

#include "contract/datadictionary.h"
#include "contract/publicstrings.h"
#include "contract/result.h"

/// Draws AuditKit's month by the host's own code, from the store that the collector writes to the public files. One
/// thread; waits for the disk.
namespace Telemetry::Rehearsal {

/// Writes the kit's raw events, key, dictionary and sums into an empty folder. The same dictionary and names give the
/// same files. Errors: Io, Invalid (the folder isn't there, or not empty).
[[nodiscard]] Result<Done> make(const QString &folder, const DataDictionary &dictionary, const PublicStrings &names);

/// The files with numbers that the raw events and the key of a kit make. The kit's files are only read. Errors: Io,
/// Damaged, Invalid, NotFound.
[[nodiscard]] Result<PublicFiles> draw(const QString &folder, const DataDictionary &dictionary);

} // namespace Telemetry::Rehearsal
