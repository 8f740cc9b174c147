#include "sqlite/disk/sqlitefile.h"

#include "sqlite/disk/sqliteschema.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Telemetry {

using Access = SqliteOptions::Access;

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path, const SqliteOptions &options)
{
    return open(path, options, nullptr);
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path, const SqliteOptions &options,
                                                     const SqliteSchema &schema)
{
    return open(path, options, &schema);
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path, const SqliteOptions &options,
                                                     const SqliteSchema *schema)
{
    if (options.access != Access::Make && !QFileInfo(path).isFile()) // SQLite would make it
        return Error{Error::Code::NotFound, u"there is no such file"_s};
    std::unique_ptr<SqliteFile> file(new SqliteFile(options.connection.isEmpty()
                                                        ? u"telemetry-"_s + QUuid::createUuid().toString(QUuid::Id128)
                                                        : options.connection));
    if (auto connected = file->connectTo(path, options); !connected)
        return connected.error();
    if (schema) {
        const bool reads = options.access == Access::Read || options.access == Access::Look;
        if (auto fits = (reads ? checkSchema : bringToSchema)(file->m_connection, *schema); !fits)
            return fits.error();
    }
    if (!options.journal.isEmpty()) {
        if (auto set = file->setJournal(options.journal); !set)
            return set.error();
    }
    return file;
}

SqliteFile::SqliteFile(const QString &name)
    : m_name(name)
    , m_connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, name))
{
}

SqliteFile::~SqliteFile()
{
    m_connection.close();
    m_connection = QSqlDatabase(); // removeDatabase() wants no copy left
    QSqlDatabase::removeDatabase(m_name);
}

Result<Done> SqliteFile::connectTo(const QString &path, const SqliteOptions &options)
{
    if (!m_connection.isValid())
        return Error{Error::Code::Unsupported, u"this Qt has no driver for SQLite"_s};
    m_connection.setDatabaseName(path);
    QString how = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeoutMs);
    if (options.access == Access::Look)
        how += u";QSQLITE_OPEN_READONLY"_s;
    m_connection.setConnectOptions(how);
    if (!m_connection.open())
        return sqlError(m_connection.lastError());
    // What a file's schema says is not to be believed more than what a statement says.
    QStringList settings{u"PRAGMA trusted_schema = OFF"_s};
    if (options.access == Access::Read) // a connection that is read-only can't take over a log
        settings += u"PRAGMA query_only = ON"_s;
    for (const QString &setting : settings + options.settings) {
        if (auto set = runSql(m_connection, setting); !set)
            return set.error();
    }
    return Done{};
}

Result<QString> SqliteFile::setJournal(const QString &mode) const
{
    auto set = runSql(m_connection, u"PRAGMA journal_mode = "_s + mode);
    if (!set)
        return set.error();
    QSqlQuery row = std::move(set).value();
    return row.next() ? row.value(0).toString() : QString();
}

} // namespace Telemetry
