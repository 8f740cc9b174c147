#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

namespace Telemetry {

class FileWatch;

/// The folder of a package on this disk: whether it is there, and that it has changed. GUI thread.
class PackageFolder : public QObject
{
    Q_OBJECT
public:
    explicit PackageFolder(const QString &path, QObject *parent = nullptr);
    ~PackageFolder() override;

    [[nodiscard]] bool exists() const;
    /// Tells of changes from now on.
    void watch();

Q_SIGNALS:
    /// Something in it has changed, and nothing more for Limits::packageSettlesMs: an update takes a folder away and
    /// puts it back.
    void touched();

private:
    QString m_path;
    std::unique_ptr<FileWatch> m_watch; ///< from watch() on
    QTimer m_settling;
};

} // namespace Telemetry
