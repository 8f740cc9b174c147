#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Telemetry {

/// The files of a public folder, wherever they are. One thread.
class AbstractPublicFiles
{
public:
    virtual ~AbstractPublicFiles();

    /// A file of the public folder by its path in it, such as "periods/2026-11.json"; nothing when there is none.
    /// Errors: Io, TooLarge (more than `most` bytes).
    [[nodiscard]] virtual std::optional<Result<QByteArray>> publicFile(const QString &path, qsizetype most) const = 0;
};

} // namespace Telemetry
