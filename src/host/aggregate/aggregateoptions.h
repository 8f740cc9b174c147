#pragma once

#include "host/aggregate/release.h"

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
    QString key;
    std::optional<QDateTime> now; ///< nothing: the clock
    ReleaseParameters parameters;
};

/// What to do: run with these options, or only print this text.
struct AggregateCommand
{
    std::optional<AggregateOptions> run;
    QString text;
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<AggregateCommand> readAggregateOptions(const QStringList &arguments);

} // namespace Telemetry
