#pragma once

#include "contract/result.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// The program's command line with what the host's settings add, see withSettings(). The file is the one of
/// `--settings FILE` (which is taken out), else of NAPARI_TELEMETRY_HOST_SETTINGS, else `usual` if it is there. Errors:
/// Invalid, TooLarge, Io, NotFound (a file that was named); one sentence for the operator.
[[nodiscard]] Result<QStringList> argumentsWithSettings(const QString &program, const QStringList &arguments,
                                                        const QProcessEnvironment &environment, const QString &usual);

} // namespace Telemetry
