#pragma once

#include "contract/result.h"

#include <QString>

namespace Telemetry {

/// What the program ends with. The one table of them: --help shows it.
enum class ExitCode {
    Done = 0,
    Failed = 1,    ///< a step failed: a disk, a right, the public host
    Usage = 2,     ///< the command line or the settings are wrong; nothing was done
    Waits = 3,     ///< a person has to look first; nothing was published
    Clock = 4,     ///< this computer's clock can't be right; nothing was drawn, deleted or published
    Promise = 5,   ///< a promise isn't kept: audit says which
    WrongFile = 6, ///< a file is missing, damaged, of another program or of a newer version
    Busy = 7,      ///< another run is going on
    NotShown = 8,  ///< what is published here is not on the site, or the site is not on the public host
};

/// Why a command ended early.
struct Complaint
{
    QString step;
    QString why;
    QString advice; ///< what to do
    ExitCode code = ExitCode::Failed;
};

/// The code follows from the error's.
[[nodiscard]] Complaint complaintOf(const QString &step, const Error &error, const QString &advice);

/// The table of exit codes, for --help.
[[nodiscard]] QString exitCodesText();

} // namespace Telemetry
