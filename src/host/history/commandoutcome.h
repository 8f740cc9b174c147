#pragma once

#include <QString>

namespace Telemetry {

/// What a command of the terminal has to say, for a main() that prints it.
struct CommandOutcome
{
    /// What the program ends with.
    enum Exit {
        Right = 0,
        Failed = 1,     ///< something is wrong, or was not done; in words
        Usage = 2,      ///< the command line is wrong, nothing was done
        NotChecked = 3, ///< nothing wrong was found, but not everything could be read
    };
    Exit exit = Right;
    QString text;      ///< for stdout, with line feeds
    QString complaint; ///< for stderr, without a line feed; empty: there is none
};

} // namespace Telemetry
