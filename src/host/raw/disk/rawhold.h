#pragma once

#include "contract/result.h"
#include "platform/disk/filelock.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

namespace Telemetry {

/// The collector's hold on its file: no second collector gets it, and it is noticed when the file, or one of those that
/// SQLite keeps beside it, is deleted or replaced while it is open: what is written then is lost. Writer's thread.
class RawHold
{
public:
    /// Takes the lock, a file beside it. Before the file is opened. Errors: Busy (another collector has it), Io.
    [[nodiscard]] static Result<std::unique_ptr<RawHold>> take(const QString &path);

    /// From now on these are the files. When SQLite has them open.
    void remember();
    /// Whether their names still lead to them. Errors: Io, for as long as they don't.
    [[nodiscard]] Result<Done> look() const;

private:
    explicit RawHold(const QString &path);
    const QString m_path; ///< the same one, whatever it was called
    FileLock m_lock;
    QMap<QString, QByteArray> m_files; ///< by name, what tells it from others
};

} // namespace Telemetry
