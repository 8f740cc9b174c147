#pragma once

#include "contract/endpoints.h"
#include "contract/result.h"
#include "contract/week.h"
#include "host/commandline/commandline.h"

#include <QStringList>

#include <optional>

namespace Telemetry {

/// What the command line of napari-telemetry-simulate asks for.
struct SimulateOptions
{
    qint64 people = 0;
    quint64 seed = 1;
    Week from;
    int weeks = 1;
    std::optional<Week> opened;         ///< nobody reported before this week; nothing: each person as it likes
    std::optional<Endpoints> collector; ///< nothing: send nothing
    QString truth;                      ///< empty: none
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<SimulateOptions>> readSimulateOptions(const QStringList &arguments);

/// The moment for the collector's --now at which all these weeks are open: noon of the last week's Sunday. Nothing when
/// they are never open together.
[[nodiscard]] std::optional<QDateTime> momentFor(Week from, int weeks);

} // namespace Telemetry
