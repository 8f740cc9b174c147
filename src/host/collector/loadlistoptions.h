#pragma once

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QStringList>

namespace Telemetry {

/// The program's name with the word that makes it this command; the settings know it by that.
[[nodiscard]] QString loadListCommand();

/// What the command line of `napari-telemetry-collector load-list` asks for.
struct LoadListOptions
{
    QString file;       ///< the list to load; empty: the one before
    QString publicList; ///< the collector's own
    bool force = false; ///< also when it has lost much
};

/// Reads the arguments, the program's name and "load-list" first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<LoadListOptions>> readLoadListOptions(const QStringList &arguments);

} // namespace Telemetry
