#pragma once

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// The type of the file system that holds a folder, in lower case, such as "ext4", "nfs4" or "ntfs"; on Windows "smb"
/// for any that is reached through the network. Any thread.
[[nodiscard]] QByteArray fileSystemType(const QString &folder);

} // namespace Telemetry
