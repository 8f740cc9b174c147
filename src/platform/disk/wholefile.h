#pragma once

#include "contract/found.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Small files that are read and replaced as a whole.
namespace Telemetry::WholeFile {

/// Nothing when there is no file. A file that can't be read is an error: it may forbid what we would do.
[[nodiscard]] std::optional<Result<QByteArray>> read(const QString &path);

/// Replaces the file (the old or the new one survives a crash), readable by the user only; makes its folder. Errors:
/// Io, with the system's words.
[[nodiscard]] Result<Done> write(const QString &path, const QByteArray &bytes);

/// Keeps a copy beside the file as NAME.damaged, once: an older copy stays.
void keepAside(const QString &path);

template<typename T> [[nodiscard]] Found<T> readWith(const QString &path, Result<T> (*parse)(const QByteArray &))
{
    const auto bytes = read(path);
    if (!bytes)
        return {path, std::nullopt};
    if (!*bytes)
        return {path, Result<T>(bytes->error())};
    return {path, parse(bytes->value())};
}

} // namespace Telemetry::WholeFile
