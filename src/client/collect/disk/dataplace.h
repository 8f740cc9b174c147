#pragma once

#include <QString>
#include <QStringList>

namespace Telemetry {

/// Whether a folder is one where events may lie.
enum class DataPlace {
    Lasting,   ///< it is
    Temporary, ///< it goes with the session or the next start
    Synced,    ///< a program copies it to other computers, or to a company
};

/// Judges a folder, which need not exist, by its name, what is in the folders above it, and where symbolic links lead.
/// A home folder that itself is in a temporary place makes nothing in it temporary: there is no better one. `temporary`
/// are folders whose content does not last. A synchronising program that leaves no mark is not noticed. Reads folders.
[[nodiscard]] DataPlace dataPlace(const QString &folder, const QString &home, const QStringList &temporary);
/// The same with this computer's temporary folders and this user's home.
[[nodiscard]] DataPlace dataPlace(const QString &folder);

} // namespace Telemetry
