#pragma once

#include "contract/result.h"

#include <QCoreApplication>
#include <QString>

namespace Telemetry {

/// What keeps events from being recorded, in words for the user. Translated. Any thread.
class ProblemText
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::ProblemText)
public:
    [[nodiscard]] static QString of(const Error &error);
    /// Why nothing may lie in this folder; empty when it may. Looks at the disk.
    [[nodiscard]] static QString ofPlace(const QString &folder);
    /// A week in which something was sent before a no.
    [[nodiscard]] static QString ofClosedWeek();
    /// A file that was damaged when it was opened.
    [[nodiscard]] static QString ofRepair();
};

} // namespace Telemetry
