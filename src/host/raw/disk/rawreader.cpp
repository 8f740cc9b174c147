#include "host/raw/disk/rawreader.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The raw file's user_version that this program reads (resources/sql/raw-1.sql).
constexpr qint64 schemaVersion = 1;

Error failed(const QString &what, const QSqlError &error)
{
    return Error{Error::Code::Io, u"%1: %2"_s.arg(what, error.databaseText())};
}

} // namespace

Result<std::unique_ptr<RawReader>> RawReader::open(const QString &path, const QString &connection)
{
    if (!QFileInfo(path).isFile()) // SQLite would make it
        return Error{Error::Code::NotFound, u"%1: there is no such file"_s.arg(path)};
    std::unique_ptr<RawReader> reader(new RawReader(connection));
    reader->m_database.setDatabaseName(path);
    // Not QSQLITE_OPEN_READONLY, which can't recover the log that a killed collector left; query_only forbids the rest.
    reader->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(Limits::rawBusyTimeoutMs));
    if (!reader->m_database.open())
        return failed(path, reader->m_database.lastError());
    if (const auto done = reader->prepare(); !done)
        return Error{done.error().code, u"%1: %2"_s.arg(path, done.error().detail)};
    return reader;
}

RawReader::RawReader(const QString &connection)
    : m_connection(connection)
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, connection))
{
}

RawReader::~RawReader()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> RawReader::prepare()
{
    for (const QString &sql : {u"PRAGMA query_only = ON"_s, u"PRAGMA trusted_schema = OFF"_s, u"BEGIN"_s}) {
        if (const auto done = execute(sql); !done)
            return done;
    }
    const auto version = number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (version.value() > schemaVersion)
        return Error{Error::Code::Unsupported, u"made by a newer version of the collector"_s};
    if (version.value() < schemaVersion)
        return Error{Error::Code::Invalid, u"not a file of the collector"_s};
    const auto events = count(); // fixes the moment
    if (!events)
        return events.error();
    return Done{};
}

Result<Done> RawReader::execute(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failed(sql, query.lastError());
    return Done{};
}

Result<qint64> RawReader::number(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql) || !query.next())
        return failed(sql, query.lastError());
    return query.value(0).toLongLong();
}

Result<qint64> RawReader::count() const
{
    return number(u"SELECT count(*) FROM events"_s);
}

Result<Done> RawReader::visit(const Visitor &visitor) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT topic, week, value FROM events"_s))
        return failed(u"SELECT"_s, query.lastError());
    while (query.next()) {
        const auto value = parseJsonObject(query.value(2).toString().toUtf8(), Limits::eventBytes);
        visitor(query.value(0).toString(), query.value(1).toString(), value ? value.value() : QJsonObject());
    }
    if (query.lastError().isValid()) // next() is false for an error, too: half of the events are not the events
        return failed(u"SELECT"_s, query.lastError());
    return Done{};
}

} // namespace Telemetry
