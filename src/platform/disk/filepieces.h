#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

/// Reads content that need not be in memory as a whole, such as a file's. `path` names it in errors, which are Io. Any
/// thread: the device's.
namespace Telemetry::FilePieces {

/// Goes to its begin.
[[nodiscard]] Result<Done> rewind(const QString &path, QIODevice &content);
/// The next bytes, some 64 KiB at most; none: there are no more.
[[nodiscard]] Result<QByteArray> next(const QString &path, QIODevice &content);
/// The SHA-256 of what is left of the content, 64 small hexadecimal digits, when `other` has exactly that left; else
/// nothing, and both are somewhere. What can't be read of `other` is not the same.
[[nodiscard]] Result<std::optional<QByteArray>> digestIfSame(const QString &path, QIODevice &content, QIODevice &other);

} // namespace Telemetry::FilePieces
