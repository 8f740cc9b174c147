#pragma once

#include "contract/result.h"

#include <QFileDevice>
#include <QString>

class QFile;

namespace Telemetry {

/// The mode of every file that we keep: its owner's alone. (On Windows an access list says so, see openPrivate().)
inline constexpr QFileDevice::Permissions privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Makes the folder, and those above it, if it is not there; a new one belongs to its owner alone (0700; on Windows an
/// access list, which what is made in it inherits). One that exists keeps its mode. Errors: Io. Any thread.
[[nodiscard]] Result<Done> makePrivateFolder(const QString &folder);

/// Opens a file of ours as QFile::open() does. One that is made belongs to its owner alone (0600; on Windows an access
/// list). While it is open others can replace and delete it, also on Windows. Errors: NotFound (a link to nothing is
/// not: something is there), Io, with the system's words. Any thread.
[[nodiscard]] Result<Done> openPrivate(QFile &file, QIODevice::OpenMode mode);
/// The same for a file of the user's own: one that is made has the rights that files usually get in its folder.
[[nodiscard]] Result<Done> openUsual(QFile &file, QIODevice::OpenMode mode);

/// Whether a file is there that this user may not read and write, in a folder in which it may be replaced or removed:
/// as a program leaves it that somebody ran once as another user. (On Windows only
/// one that is marked as read-only: about others only trying tells.) Any thread.
[[nodiscard]] bool isOutOfReach(const QString &file);
/// Whether such a file is so old (Limits::abandonedAfterS) that nobody is at it any more, for what is there for
/// moments.
[[nodiscard]] bool isAbandoned(const QString &file);

/// Waits until what was written to an open, flushed file is on the disk. Errors: Io, with the system's words. (Some
/// file systems can't, and say so: that is none.)
[[nodiscard]] Result<Done> syncFile(QFile &file);

/// Waits until the names in this folder are on the disk as they are now: what was deleted does not come back after
/// power loss. Errors: Io. (Nothing on Windows, where folders can't be synchronised.)
[[nodiscard]] Result<Done> syncFolder(const QString &folder);

/// Writes zeros in place of what an open file holds, waits until they are on the disk, and leaves the file empty.
/// Errors: Io. (Where the file system itself keeps old blocks, or the disk does, they are out of reach.)
[[nodiscard]] Result<Done> overwrite(QFile &file);
/// Overwrites and deletes the file, if there is one; one that is out of reach is only deleted. Errors: Io (it may be
/// there still, overwritten or not).
[[nodiscard]] Result<Done> shred(const QString &name);

} // namespace Telemetry
