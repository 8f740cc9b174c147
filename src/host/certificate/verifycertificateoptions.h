#pragma once

#include "contract/result.h"

#include <QStringList>

#include <optional>

namespace Telemetry {

/// The program's name with the word that makes it this command; the settings know it by that.
[[nodiscard]] QString verifyCertificateCommand();

/// What the command line of `napari-telemetry-aggregate verify` asks for.
struct VerifyCertificateOptions
{
    QString file;         ///< the certificate
    QString publicFolder; ///< empty: only the signature can be looked at
};

/// What to do: run with these options, or only print this text.
struct VerifyCertificateRequest
{
    std::optional<VerifyCertificateOptions> run;
    QString text;
};

/// Reads the arguments, the program's name and "verify" first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<VerifyCertificateRequest> readVerifyCertificateOptions(const QStringList &arguments);

} // namespace Telemetry
