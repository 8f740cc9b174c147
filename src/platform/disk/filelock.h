#pragma once

#include "contract/result.h"

#include <QFile>
#include <QString>

namespace Telemetry {

/// A lock between processes, by a file of this name beside what it guards. The system itself lets go of it when the
/// process ends, however that ends: nobody waits for the dead. Worker thread; threads of one process exclude each
/// other, too. (QLockFile writes its owner into the file a moment after making it: a process that is killed between the
/// two blocks all others for half a minute. It also waits for the disk, for what no crash of the system has to
/// survive.)
class FileLock
{
public:
    explicit FileLock(const QString &name);
    /// Lets go, and leaves no file.
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    enum class Taken {
        Yes,
        No,      ///< somebody else has it
        NoFile,  ///< there can be no file
        NoLocks, ///< the file system has no locks
    };
    /// Does not wait. A file that another user left behind (isAbandoned()) is replaced.
    [[nodiscard]] Taken tryLock();
    /// Waits up to Limits::spoolBusyTimeoutMs until the others let go. Errors: Busy (they don't), Io (no file),
    /// Unsupported (no locks).
    [[nodiscard]] Result<Done> lock();
    /// As lock() reports it; not for Yes.
    [[nodiscard]] static Error why(Taken taken);

    /// Takes the lock of a file that is open for writing, for as long as it stays open; does not wait. Others can go on
    /// reading and writing it. No also when the file was deleted meanwhile, as that guards nothing. Any thread.
    [[nodiscard]] static Taken tryLock(QFile &file);

private:
    QFile m_file;
    bool m_held = false;
};

} // namespace Telemetry
