#include "host/aggregate/disk/aggregatestore.h"

#include "contract/limits.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qint64 schemaVersion = 1;

Error failed(const QString &what, const QSqlError &error)
{
    return Error{Error::Code::Io, u"%1: %2"_s.arg(what, error.databaseText())};
}

} // namespace

Result<std::unique_ptr<AggregateStore>> AggregateStore::open(const QString &path, const QString &connection)
{
    std::unique_ptr<AggregateStore> store(new AggregateStore(connection));
    store->m_database.setDatabaseName(path);
    store->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(Limits::aggregatesBusyTimeoutMs));
    if (!store->m_database.open())
        return failed(path, store->m_database.lastError());
    Result<Done> ready = Done{};
    for (const QString &sql : {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA journal_mode = DELETE"_s,
                               u"PRAGMA synchronous = EXTRA"_s, u"PRAGMA foreign_keys = ON"_s}) {
        if (ready)
            ready = store->execute(sql);
    }
    if (ready)
        ready = store->prepareSchema();
    if (!ready)
        return Error{ready.error().code, u"%1: %2"_s.arg(path, ready.error().detail)};
    return store;
}

AggregateStore::AggregateStore(const QString &connection)
    : m_connection(connection)
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, connection))
{
}

AggregateStore::~AggregateStore()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> AggregateStore::prepareSchema()
{
    const auto version = number(u"PRAGMA user_version"_s);
    const auto tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!version || !tables)
        return (version ? tables : version).error();
    if (version.value() > schemaVersion)
        return Error{Error::Code::Unsupported, u"made by a newer version of this program"_s};
    if (version.value() == schemaVersion)
        return Done{};
    if (tables.value() > 0)
        return Error{Error::Code::Invalid, u"not a file of this program"_s};
    QFile script(u":/telemetry/sql/aggregates-1.sql"_s);
    if (!script.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, u"aggregates-1.sql is not in the program"_s};
    Result<Done> done = execute(u"BEGIN IMMEDIATE"_s);
    for (const QString &sql : QString::fromUtf8(script.readAll()).split(u";\n"_s, Qt::SkipEmptyParts)) {
        if (done && !sql.trimmed().isEmpty())
            done = execute(sql);
    }
    return done ? execute(u"COMMIT"_s) : done;
}

Result<QList<Release>> AggregateStore::releases() const
{
    QList<Release> releases;
    QSqlQuery weeks(m_database);
    if (!weeks.exec(u"SELECT week, dictionary, epsilon, threshold, rounding FROM releases ORDER BY week"_s))
        return failed(u"SELECT releases"_s, weeks.lastError());
    while (weeks.next()) {
        const auto week = Week::fromString(weeks.value(0).toString());
        if (!week)
            return Error{Error::Code::Invalid, u"a release has no valid week"_s};
        releases.append({*week,
                         weeks.value(1).toInt(),
                         weeks.value(2).toString(),
                         weeks.value(3).toLongLong(),
                         weeks.value(4).toLongLong(),
                         {}});
    }
    QSqlQuery cells(m_database);
    cells.setForwardOnly(true);
    if (!cells.exec(u"SELECT week, table_name, key, reporters FROM cells ORDER BY week, table_name, key"_s))
        return failed(u"SELECT cells"_s, cells.lastError());
    qsizetype at = 0;
    while (cells.next()) {
        const QString week = cells.value(0).toString();
        while (at < releases.size() && releases[at].week.toString() != week)
            ++at;
        if (at == releases.size())
            return Error{Error::Code::Invalid, u"a cell belongs to no release"_s};
        releases[at].cells.append({cells.value(1).toString(), cells.value(2).toString(), cells.value(3).toLongLong()});
    }
    if (weeks.lastError().isValid() || cells.lastError().isValid())
        return failed(u"SELECT"_s, weeks.lastError().isValid() ? weeks.lastError() : cells.lastError());
    return releases;
}

Result<Done> AggregateStore::add(const QList<Release> &releases)
{
    Result<Done> done = execute(u"BEGIN IMMEDIATE"_s);
    if (!done)
        return done;
    for (const Release &release : releases) {
        if (done)
            done = insert(release);
    }
    if (done)
        done = execute(u"COMMIT"_s);
    if (!done)
        (void)execute(u"ROLLBACK"_s);
    return done;
}

Result<Done> AggregateStore::insert(const Release &release)
{
    const QString week = release.week.toString();
    QSqlQuery query(m_database);
    query.prepare(u"INSERT INTO releases (week, dictionary, epsilon, threshold, rounding) VALUES (?, ?, ?, ?, ?)"_s);
    const QVariantList values{week, release.dictionary, release.epsilon, release.threshold, release.rounding};
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed(u"INSERT INTO releases"_s, query.lastError());
    query.prepare(u"INSERT INTO cells (week, table_name, key, reporters) VALUES (?, ?, ?, ?)"_s);
    for (const ReleasedCell &cell : release.cells) {
        query.bindValue(0, week);
        query.bindValue(1, cell.table);
        query.bindValue(2, cell.key);
        query.bindValue(3, cell.reporters);
        if (!query.exec())
            return failed(u"INSERT INTO cells"_s, query.lastError());
    }
    return Done{};
}

Result<Done> AggregateStore::execute(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failed(sql.section(u' ', 0, 1), query.lastError());
    return Done{};
}

Result<qint64> AggregateStore::number(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql) || !query.next())
        return failed(sql.section(u' ', 0, 1), query.lastError());
    return query.value(0).toLongLong();
}

} // namespace Telemetry
