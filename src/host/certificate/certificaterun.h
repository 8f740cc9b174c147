#pragma once

#include "host/certificate/abstractcertificatefiles.h"
#include "host/certificate/certificate.h"
#include "host/certificate/certificateoptions.h"
#include "host/certificate/verifycertificateoptions.h"

#include <functional>

namespace Telemetry {

/// What a command leaves: the exit code, and the text that goes with it, which ends with a line feed. It belongs to the
/// standard output when the code is 0 or asked for as JSON, else to the errors.
struct CertificateOutcome
{
    int exitCode = 0;
    QString text;
};

/// Draws the page of a certificate whose file has this SHA-256 (hexadecimal): the bytes of a PDF.
using CertificatePainter = std::function<Result<QByteArray>(const Certificate &certificate, const QByteArray &sha256)>;

/// Makes a certificate and writes both of its files, or neither. `now` is the clock's moment; the options' goes over
/// it.
[[nodiscard]] CertificateOutcome runCertificate(const CertificateOptions &options, const QDateTime &now,
                                                AbstractCertificateFiles &files, const CertificatePainter &paint);

/// Verifies a certificate. Changes nothing.
[[nodiscard]] CertificateOutcome runVerifyCertificate(const VerifyCertificateOptions &options,
                                                      const AbstractCertificateFiles &files);

} // namespace Telemetry
