#pragma once

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QStringList>

namespace Telemetry {

/// What the command line of napari-telemetry-rehearse asks for.
struct RehearseOptions
{
    enum class Command {
        Make,  ///< a kit, in a folder
        Check, ///< draw the numbers of a kit again
    };
    Command command = Command::Check;
    QString folder;
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<RehearseOptions>> readRehearseOptions(const QStringList &arguments);

} // namespace Telemetry
