#pragma once

#include "client/upload/abstracteraser.h"

#include <QCoreApplication>

namespace Telemetry {

/// What to tell the user about an erasing.
class EraseText
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::EraseText)
public:
    /// A line for each level that something was asked for, by its host, with the reason where it did not succeed.
    [[nodiscard]] static QString of(const EraseReport &report);
};

} // namespace Telemetry
