#pragma once

#include "contract/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// What the command line of napari-telemetry-aggregate asks for.
struct AggregateOptions
{
    QString raw;
    QString aggregates;
    QString publicFolder;
    std::optional<QDateTime> now; ///< nothing: the clock
};

/// What to do: run with these options, or show the budget, or else only print this text.
struct AggregateCommand
{
    enum class Budget { No, Text, Json };
    std::optional<AggregateOptions> run;
    Budget budget = Budget::No;
    QString text;
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<AggregateCommand> readAggregateOptions(const QStringList &arguments);

} // namespace Telemetry
