#pragma once

#include "host/history/abstractpublicsource.h"
#include "host/history/commandoutcome.h"

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QString>
#include <QStringList>

namespace Telemetry {

/// What the command "verify" asks for.
struct VerifyOptions
{
    QString history; ///< a URL or a folder with the public files
    QString against; ///< another one, of which only history.jsonl is read; empty: none
    bool json = false;
};

/// Reads the arguments, the program's name first and "verify" behind it. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<VerifyOptions>> readVerifyOptions(const QStringList &arguments);

/// Verifies, with sources that `open` makes; waits for them.
[[nodiscard]] CommandOutcome runVerifyHistory(const VerifyOptions &options, const SourceMaker &open);

} // namespace Telemetry
