#pragma once

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// The program's name with the word that makes it this command; the settings know it by that.
[[nodiscard]] QString certificateCommand();

/// What the command line of `napari-telemetry-aggregate certificate` asks for.
struct CertificateOptions
{
    QString plugin; ///< normalised as in PEP 503
    QString from;   ///< the first month, "2026-01"
    QString to;     ///< the last one, included
    QString publicFolder;
    QString key;                       ///< the file of the secret key
    QString out = QStringLiteral("."); ///< the folder that the certificate is written into
    bool json = false;                 ///< say what was done as JSON
    std::optional<QDateTime> now;      ///< nothing: the clock
};

/// Reads the arguments, the program's name and "certificate" first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<CertificateOptions>> readCertificateOptions(const QStringList &arguments);

} // namespace Telemetry
