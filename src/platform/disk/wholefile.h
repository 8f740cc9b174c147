#pragma once

#include "contract/found.h"
#include "contract/limits.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Small files that are read and replaced as a whole: the one way in which ours are. Any thread; waits for the disk.
///
/// A file is written under another name in its own folder, brought to the disk, and renamed: whoever reads it, also
/// after a crash, finds the old file or the new one. It needs no more of a file system than names (an unnamed file, as
/// QSaveFile makes one, is refused by some network file systems). What a killed process left under such a name is
/// removed at the next write in that folder. A link is followed: the file that it leads to is replaced.
namespace Telemetry::WholeFile {

/// Nothing when there is no file. A file that can't be read is an error: it may forbid what we would do. Errors: Io,
/// with the system's words; TooLarge (more than `most` bytes).
[[nodiscard]] std::optional<Result<QByteArray>> read(const QString &path, qsizetype most = Limits::policyFileBytes);

/// Whose folder a file of ours is in: says how it is made when it is not there.
enum class Folder {
    Ours,   ///< as makePrivateFolder() does
    Shared, ///< with the rights that folders usually get
};

/// Replaces a file of ours, whoever it belonged to and whatever its mode was: its owner's alone (0600), as of the
/// moment that it is made. Errors: Io, with the system's words, and Busy, as renameOver(); then the old file is there
/// still, or (when the disk refused at the very end) the new one that a power loss may undo.
[[nodiscard]] Result<Done> write(const QString &path, const QByteArray &bytes, Folder folder);

/// Replaces a file of the user's own, in a folder that is there: with the mode of the old one, or the usual one of a
/// new file (Windows: the rights that its folder hands down). Errors: Io, with the system's words.
[[nodiscard]] Result<Done> writeForUser(const QString &path, const QByteArray &bytes);

/// Overwrites and removes what killed processes left in this folder of ours while they wrote.
void removeLeftovers(const QString &folder);

/// Takes away what a file says, where it can't be replaced: removes it, or, where its folder refuses that, empties it.
/// Errors: Io, with the system's words; then it is as it was.
[[nodiscard]] Result<Done> takeAway(const QString &path);

/// Keeps a copy of the file under this name, once: an older copy stays.
void keepAside(const QString &path, const QString &copy);

template<typename T> [[nodiscard]] Found<T> readWith(const QString &path, Result<T> (*parse)(const QByteArray &))
{
    const auto bytes = read(path);
    if (!bytes)
        return {path, std::nullopt};
    if (!*bytes)
        return {path, Result<T>(bytes->error())};
    return {path, parse(bytes->value())};
}

} // namespace Telemetry::WholeFile
