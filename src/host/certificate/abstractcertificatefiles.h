#pragma once

#include "host/certificate/abstractpublicfiles.h"
#include "host/signing/signature.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Telemetry {

/// What certificates are made from and written to. One thread.
class AbstractCertificateFiles : public AbstractPublicFiles
{
public:
    ~AbstractCertificateFiles() override;

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
