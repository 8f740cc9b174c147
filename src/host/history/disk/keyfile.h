#pragma once

#include "host/signing/signature.h"

#include "contract/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// Makes a file with a secret key, which must not exist: its owner's alone (0600). Errors: Io (also when it is there).
[[nodiscard]] Result<Done> writeKeyFile(const QString &path, const SigningKeys &keys);

/// The keys in these files, each of which is its owner's alone (0600). Errors: NotFound, Invalid (others may read it;
/// not a key), Io; all with the file's name, and with what to do.
[[nodiscard]] Result<QList<SigningKeys>> readKeyFiles(const QStringList &paths);

} // namespace Telemetry
