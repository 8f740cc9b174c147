#pragma once

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QStringList>

namespace Telemetry {

/// What the command line of napari-telemetry-pages asks for.
struct PagesOptions
{
    QString publicFolder;
    QString out;          ///< the folder that the site becomes
    QString site = {};    ///< what tools/setup builds of site/; empty: without scripts, verifier and NAP-8
    QString address = {}; ///< where it will be served, with a slash at its end; empty: nobody said so
    QString contact = {}; ///< how to reach the operators, see siteContact(); empty: nobody said so
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<PagesOptions>> readPagesOptions(const QStringList &arguments);

} // namespace Telemetry
