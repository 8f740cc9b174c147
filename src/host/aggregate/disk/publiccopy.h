#pragma once

#include "contract/result.h"

#include <QString>

namespace Telemetry {

/// Makes `place` hold what `folder` holds, and nothing else, by rsync: `place` is a folder, or HOST:FOLDER over ssh,
/// which never asks for a password. `mark` is a file that every folder of this kind has. The public host has no way
/// back. New files are put in place when all are there. Waits. Errors: Io: no rsync; a folder of this computer that is
/// neither empty nor has the mark; else with the first words of rsync and ssh.
[[nodiscard]] Result<Done> copyPublicFolder(const QString &folder, const QString &place,
                                            const QString &mark = QStringLiteral("index.json"));

} // namespace Telemetry
