#pragma once

#include <QByteArray>
#include <QString>

class QFile;

namespace Telemetry {

/// What tells a file from another one that takes its name later; links are followed. Empty when there is none, or the
/// system refuses. Good for comparing while the file is there, not for keeping. Any thread.
[[nodiscard]] QByteArray fileIdentity(const QString &name);
/// The same of a file that is open, whatever its name is by now.
[[nodiscard]] QByteArray fileIdentity(const QFile &file);

} // namespace Telemetry
