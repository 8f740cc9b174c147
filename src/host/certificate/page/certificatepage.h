#pragma once

#include "contract/result.h"
#include "host/certificate/certificate.h"

#include <QByteArray>

namespace Telemetry {

/// One page (A4) to show, as a PDF: the plugin, its months with their intervals, the years, how to read them, and how
/// to verify, with a QR code of the address of verificationAddress(). The certificate's file is attached. `sha256`: of
/// that file, hexadecimal. Needs makePageApplication(); its thread. The same input gives the same bytes with the same
/// fonts and the same Qt. Errors: Io (it can't be drawn), NotFound (a font), TooLarge (of the QR code).
[[nodiscard]] Result<QByteArray> certificatePage(const Certificate &certificate, const QByteArray &sha256);

/// The address of the page that verifies, with the SHA-256 of the file as its fragment, which no browser sends.
[[nodiscard]] QString verificationAddress(const Certificate &certificate, const QByteArray &sha256);

} // namespace Telemetry
