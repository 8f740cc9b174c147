#pragma once

#include "platform/disk/container.h"

#include <QString>
#include <QStringList>

namespace Telemetry {

/// Whether a folder is one where an answer or events may lie.
enum class DataPlace {
    Lasting,    ///< it is
    Temporary,  ///< it goes with the session or the next start
    Synced,     ///< a program copies it to other computers, or to a company
    ThrownAway, ///< it looks as if it goes with the container, see Container::takesAway()
};

/// Judges a folder, which need not exist, by its name, what is in the folders above it, and where symbolic links lead.
/// A home folder that itself is in a temporary place makes nothing in it temporary: there is no better one. `temporary`
/// are folders whose content does not last. A synchronising program that leaves no mark is not noticed. Reads folders.
/// Any thread.
[[nodiscard]] DataPlace dataPlace(const QString &folder, const QString &home, const QStringList &temporary,
                                  const Container &container);
/// The same with this computer's temporary folders, this user's home, and the container that this process is in.
[[nodiscard]] DataPlace dataPlace(const QString &folder);

/// Whether a folder, which need not exist, goes with its container, whatever else it is; cheaper than all of the above.
/// Any thread.
[[nodiscard]] bool isThrownAway(const QString &folder, const Container &container);

} // namespace Telemetry
