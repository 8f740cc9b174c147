#pragma once

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QStringList>

namespace Telemetry {

/// The program's name with the word that makes it this command; the settings know it by that.
[[nodiscard]] QString verifyCertificateCommand();

/// What the command line of `napari-telemetry-aggregate verify` asks for.
struct VerifyCertificateOptions
{
    QString file;         ///< the certificate
    QString publicFolder; ///< empty: only the signature can be looked at
};

/// Reads the arguments, the program's name and "verify" first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<VerifyCertificateOptions>> readVerifyCertificateOptions(
    const QStringList &arguments);

} // namespace Telemetry
