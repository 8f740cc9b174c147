#pragma once

#include "client/consent/clientfiles.h"
#include "contract/result.h"
#include "platform/disk/filesystemtype.h"
#include "sqlite/disk/sqlitefile.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace Telemetry {

/// As fileSystemType() does.
using FileSystemType = std::function<QByteArray(const QString &folder)>;

/// The spool's SQLite file, open: connection, settings, format. Belongs to the thread that opened it.
class SpoolDatabase
{
public:
    /// Opens the file, and makes it (0600) and its folder (0700) if they are not there. A damaged file, or one
    /// that is out of reach (isOutOfReach()), is set aside once, as FILE.damaged, and what can be read of it is in the
    /// new one, see salvage(). Errors: Unsupported (a newer
    /// format, left as it is; or no SQLite driver), Io.
    [[nodiscard]] static Result<std::unique_ptr<SpoolDatabase>> open(const QString &file,
                                                                     const FileSystemType &type = fileSystemType);
    /// Whether SQLite reads the whole file first, to find damage. Without that it opens at once, however large it is,
    /// and damage is met where it is read.
    enum class Check { Whole, None };
    /// Opens the file only if there is one, and only if it can be read: nothing is made or set aside. An older format
    /// is brought to ours. Errors: NotFound (no file), Damaged (out of reach, too), Unsupported and Io as above.
    [[nodiscard]] static Result<std::unique_ptr<SpoolDatabase>> openExisting(const QString &file,
                                                                             Check check = Check::Whole);
    ~SpoolDatabase();
    Q_DISABLE_COPY_MOVE(SpoolDatabase)

    [[nodiscard]] const QSqlDatabase &connection() const { return m_open->connection(); }
    /// open() found damage.
    [[nodiscard]] bool wasRepaired() const { return m_repaired; }
    /// Whether the file is where SQLite's write-ahead log can't be: it has a rollback journal then.
    [[nodiscard]] bool isOnNetwork() const { return m_onNetwork; }
    [[nodiscard]] QString fileName() const { return m_file; }
    /// As SqliteSpool::isCurrent().
    [[nodiscard]] bool isCurrent() const;
    /// Writes the file anew if this object has changed it, and empties the write-ahead log: both may hold copies of
    /// what was deleted. When another process is using the file, that is left to the next time.
    void forgetDeleted();
    /// Overwrites and deletes what was set aside, with its log.
    void removeDamaged() const;
    [[nodiscard]] QString damagedFile() const { return ClientFiles::damagedOf(m_file); }

private:
    SpoolDatabase(const QString &file, std::unique_ptr<SqliteFile> open);
    [[nodiscard]] static Result<std::unique_ptr<SpoolDatabase>> makeAndConnect(const QString &file,
                                                                               const FileSystemType &type);
    [[nodiscard]] static Result<std::unique_ptr<SpoolDatabase>> connectTo(const QString &file,
                                                                          SqliteOptions::Access access, Check check,
                                                                          const FileSystemType &type);
    [[nodiscard]] Result<Done> prepare(Check check, const FileSystemType &type);
    [[nodiscard]] Result<Done> checkWhole() const;

    QString m_file;
    std::unique_ptr<SqliteFile> m_open;
    qint64 m_rewrittenAt = 0; ///< how many changes there were then
    bool m_repaired = false;
    bool m_onNetwork = false;
    QByteArray m_identity; ///< of the file that was opened
};

} // namespace Telemetry
