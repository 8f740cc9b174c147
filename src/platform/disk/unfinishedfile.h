#pragma once

#include "contract/result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace Telemetry {

/// A file that is to become another one of the same folder, under a name that nobody can guess. Its maker holds its
/// lock: others see by that whether somebody is still at it. Removed with this object, unless it has become the other.
/// Any thread.
class UnfinishedFile
{
public:
    enum class Mode {
        Private, ///< its owner's alone
        Usual,   ///< what the system gives any new file
    };
    /// An empty one. Errors: Io, with the system's words.
    [[nodiscard]] static Result<std::unique_ptr<UnfinishedFile>> make(const QString &folder, Mode mode);
    ~UnfinishedFile();
    Q_DISABLE_COPY_MOVE(UnfinishedFile)

    /// Errors: Io, with the system's words.
    [[nodiscard]] Result<Done> write(const QByteArray &bytes);
    /// Of the open file, whatever has its name. False where that can't be: on Windows, and some file systems.
    bool setPermissions(QFileDevice::Permissions permissions) { return m_file.setPermissions(permissions); }
    /// Brings it to the disk, and then in the place of `path`. Errors: Io and Busy, as renameOver().
    [[nodiscard]] Result<Done> become(const QString &path);

    /// Removes those in the folder that nobody is at, as their makers were killed. Private ones are overwritten first;
    /// in a user's folder something of that name may be a trap. Where the file system has no locks they stay: nobody
    /// can tell.
    static void removeLeftovers(const QString &folder, Mode mode);

private:
    explicit UnfinishedFile(const QString &name);
    [[nodiscard]] Result<Done> open(Mode mode);

    QFile m_file;
    bool m_there = false; ///< under its own name
};

} // namespace Telemetry
