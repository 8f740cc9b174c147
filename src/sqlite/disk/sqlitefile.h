#pragma once

#include "sqlite/disk/sql.h"

#include <QStringList>

#include <memory>

namespace Telemetry {

struct SqliteSchema;

/// How a SQLite file is opened.
struct SqliteOptions
{
    enum class Access {
        Make,   ///< changes the file, and makes it if there is none
        Change, ///< changes the file that is there
        Read,   ///< changes nothing, but takes over what a killed writer left in the log
        Look,   ///< leaves every byte: what is only in the log of a killed writer may not be seen
    };
    Access access = Access::Change;
    int busyTimeoutMs = 0; ///< how long a statement waits for other users of the file
    QStringList settings;  ///< PRAGMAs of the connection alone, which write nothing
    QString journal;       ///< mode of the journal; empty: as the file has it
    QString connection;    ///< a name in QSqlDatabase that is unique in the process; empty: one that nobody has
};

/// A SQLite file, open: the one place where a connection is made. Belongs to the thread that opened it. Queries have to
/// go before it does.
class SqliteFile
{
public:
    /// Errors: NotFound (there is no file, except with Access::Make), Unsupported (this Qt has no SQLite), Damaged, Io.
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const QString &path, const SqliteOptions &options);
    /// Also brings the file to the schema; with Access::Read and Access::Look it only checks whether it has it. The
    /// mode of the journal is set last: a file that is refused stays as it is. Errors: as above and as bringToSchema().
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const QString &path, const SqliteOptions &options,
                                                                  const SqliteSchema &schema);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    [[nodiscard]] const QSqlDatabase &connection() const { return m_connection; }
    /// Asks for a mode of the journal, and returns the one that the file has then: SQLite may keep the old one. Errors:
    /// Io, also when others have the file open.
    [[nodiscard]] Result<QString> setJournal(const QString &mode) const;

private:
    explicit SqliteFile(const QString &name);
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const QString &path, const SqliteOptions &options,
                                                                  const SqliteSchema *schema);
    [[nodiscard]] Result<Done> connectTo(const QString &path, const SqliteOptions &options);

    QString m_name;
    QSqlDatabase m_connection;
};

} // namespace Telemetry
