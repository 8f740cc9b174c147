#pragma once

#include "contract/result.h"
#include "host/signing/signature.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace Telemetry {

/// What certificates are made from and written to. One thread.
class AbstractCertificateFiles
{
public:
    virtual ~AbstractCertificateFiles();

    /// A file of the public folder by its path in it, such as "periods/2026-11.json"; nothing when there is none.
    /// Errors: Io, TooLarge (more than `most` bytes).
    [[nodiscard]] virtual std::optional<Result<QByteArray>> publicFile(const QString &path, qsizetype most) const = 0;
    /// Any other file, by a path of whoever runs the program. Errors: NotFound, Io, TooLarge.
    [[nodiscard]] virtual Result<QByteArray> file(const QString &path, qsizetype most) const = 0;
    /// The secret key in a file, which must be its owner's alone (0600). Errors: NotFound, Invalid, Io; with the file's
    /// name, and with what to do.
    [[nodiscard]] virtual Result<SigningKeys> secretKey(const QString &path) const = 0;
    /// Writes these files, by name, into a folder, which is made when it is missing; older ones of these names are
    /// replaced. All of them, or none is new. Errors: Io.
    [[nodiscard]] virtual Result<Done> write(const QString &folder, const QMap<QString, QByteArray> &files) = 0;
};

} // namespace Telemetry
