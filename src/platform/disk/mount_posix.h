#pragma once

#include <QByteArray>

#include <optional>

namespace Telemetry {

/// One line of Linux's /proc/PID/mountinfo (proc_pid_mountinfo(5)).
struct Mount
{
    QByteArray root;    ///< the folder of the file system that is shown here
    QByteArray point;   ///< where it is shown
    QByteArray type;    ///< "ext4", "overlay", "fuse.fuse-overlayfs", …
    QByteArray source;  ///< the device, or whatever the file system says
    QByteArray options; ///< the file system's own, such as "rw,lowerdir=…"
};

/// What holds this path (absolute, without links) according to the text of a mountinfo; nothing when no line does. Of
/// two at one place the later one hides the other. Pure.
[[nodiscard]] std::optional<Mount> mountOf(const QByteArray &path, const QByteArray &mountInfo);

} // namespace Telemetry
