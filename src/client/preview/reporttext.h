#pragma once

#include "client/upload/abstractuploader.h"

#include <QCoreApplication>

namespace Telemetry {

/// What to tell the user about a sending.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::ReportText)
public:
    /// One line for each level that something was tried for, with the reason where it did not succeed.
    [[nodiscard]] static QString of(const UploadReport &report);
};

} // namespace Telemetry
