#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>

namespace Telemetry {

/// Tells when one of some small files may have been made, replaced or removed, by whomever. A hint: where a file system
/// gives no notice (network folders), there is none. GUI thread.
class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(const QStringList &paths, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void watch();

    QStringList m_paths;
    QFileSystemWatcher m_watcher;
};

} // namespace Telemetry
