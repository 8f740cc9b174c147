#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <functional>

namespace Telemetry {

/// The mode of what everybody may read.
inline constexpr QFileDevice::Permissions publicFile =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;

/// Makes an empty file that is its owner's alone (0600), if there is nothing of this name. What is there is not even
/// opened: SQLite would lose its locks on it. Errors: Io.
[[nodiscard]] Result<Done> makePrivateFile(const QString &path);

/// Makes a file that must not exist; its content is on the disk when the call returns (its name is there after
/// syncFolder()). It has this mode whatever the umask says. Errors: Io.
[[nodiscard]] Result<Done> writeNewFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions mode);

/// The next bytes of a file; none: it has no more.
using NextBytes = std::function<Result<QByteArray>()>;
/// The same of a file that need not be in memory as a whole. Errors: Io, and those of `next`; then there may be a part
/// of the file.
[[nodiscard]] Result<Done> writeNewFile(const QString &path, const NextBytes &next, QFileDevice::Permissions mode);

} // namespace Telemetry
