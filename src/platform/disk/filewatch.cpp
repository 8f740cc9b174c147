#include "platform/disk/filewatch.h"

#include <QFileInfo>

namespace Telemetry {

FileWatch::FileWatch(const QStringList &paths, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
{
    // Queued: whoever writes several files at once, or ours by renaming, is heard when it is done.
    const auto heard = [this] {
        watch();
        Q_EMIT changed();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, heard, Qt::QueuedConnection);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, heard, Qt::QueuedConnection);
    watch();
}

void FileWatch::watch()
{
    // A file that is replaced by renaming is another file: its folder tells that. A folder that does not exist yet is
    // awaited in the nearest one that does.
    QStringList wanted;
    for (const QString &path : m_paths) {
        if (QFileInfo::exists(path))
            wanted.append(path);
        QFileInfo folder(QFileInfo(path).path());
        while (!folder.exists() && !folder.isRoot())
            folder.setFile(folder.path());
        wanted.append(folder.filePath());
    }
    QStringList missing;
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : wanted) {
        if (!watched.contains(path) && !missing.contains(path))
            missing.append(path);
    }
    if (!missing.isEmpty())
        m_watcher.addPaths(missing);
}

} // namespace Telemetry
