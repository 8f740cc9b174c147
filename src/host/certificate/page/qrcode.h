#pragma once

#include "contract/result.h"

#include <QByteArray>

namespace Telemetry {

/// A square of dark and light modules that a camera reads as a text.
struct QrCode
{
    int width = 0;      ///< modules of a side, without the light border of 4 that it needs around
    QByteArray modules; ///< row by row; 1 is dark

    [[nodiscard]] bool isDark(int column, int row) const { return modules.at(row * width + column) != 0; }
};

/// Encodes these bytes; 15 % of it may be unreadable. Errors: TooLarge (over 2 kB).
[[nodiscard]] Result<QrCode> qrCodeOf(const QByteArray &bytes);

} // namespace Telemetry
