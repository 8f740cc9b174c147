#pragma once

#include "contract/result.h"

#include <QString>

namespace Telemetry {

/// What Python knows about the process that we run in. Texts only: nothing here is read from disk by us.
struct Host
{
    QString python;        ///< the interpreter of this environment
    QString configFolder;  ///< napari's settings folder of this user and environment; empty: nothing persists
    QString dataFolder;    ///< napari's data folder of this user
    QString environment;   ///< a file name for this environment, as napari makes it
    QString packageFolder; ///< where napari-telemetry is, once installed
    QString napariVersion;
    QString pythonVersion; ///< whole, such as 3.12.4
    QString language;      ///< napari's language setting; empty: the user set none
};

/// What Python settles by itself in a napari that runs: there it doesn't even load us. For who asks from outside.
struct PythonFacts
{
    bool pytest = false;   ///< it is loaded
    bool disabled = false; ///< we are, in napari's plugin manager
};

/// The release of both wheels; the two plugins run only with each other's.
[[nodiscard]] inline QString ourRelease()
{
    return QStringLiteral(TELEMETRY_VERSION);
}

/// Reads what the glue gives to start(). Every field must be there.
[[nodiscard]] Result<Host> hostFromJson(const QByteArray &json);

/// Reads what the command line adds to it: "pytest" and "disabled". What is missing is false.
[[nodiscard]] PythonFacts pythonFactsFromJson(const QByteArray &json);

} // namespace Telemetry
