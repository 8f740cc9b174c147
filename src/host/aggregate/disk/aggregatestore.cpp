#include "host/aggregate/disk/aggregatestore.h"

#include "contract/limits.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"

#include <QSqlError>

#include <functional>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<AggregateStore>> AggregateStore::open(const QString &path, const QString &connection)
{
    SqliteOptions options;
    options.access = SqliteOptions::Access::Make;
    options.busyTimeoutMs = Limits::aggregatesBusyTimeoutMs;
    options.settings = {u"PRAGMA synchronous = EXTRA"_s, u"PRAGMA foreign_keys = ON"_s};
    options.journal = u"DELETE"_s;
    options.connection = connection;
    auto file = SqliteFile::open(path, options, {u"the aggregation"_s, {u":/telemetry/sql/aggregates-1.sql"_s}});
    if (!file)
        return Error{file.error().code, u"%1: %2"_s.arg(path, file.error().detail)};
    return std::unique_ptr<AggregateStore>(new AggregateStore(std::move(file).value()));
}

AggregateStore::AggregateStore(std::unique_ptr<SqliteFile> file)
    : m_file(std::move(file))
{
}

AggregateStore::~AggregateStore() = default;

namespace {

/// Gives each row, whose first column is a week, to its release. Both are sorted by week.
Result<Done> addRows(const QSqlDatabase &database, const QString &sql, QList<Release> &releases,
                     const std::function<void(Release &, const QSqlQuery &)> &add)
{
    auto rows = runSql(database, sql);
    if (!rows)
        return rows.error();
    QSqlQuery row = std::move(rows).value();
    qsizetype at = 0;
    while (row.next()) {
        const QString week = row.value(0).toString();
        while (at < releases.size() && releases[at].week.toString() != week)
            ++at;
        if (at == releases.size())
            return Error{Error::Code::Invalid, u"a row belongs to no release"_s};
        add(releases[at], row);
    }
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return Done{};
}

} // namespace

Result<QList<Release>> AggregateStore::releases() const
{
    QList<Release> releases;
    auto weekRows = runSql(m_file->connection(), u"SELECT week, dictionary, rounding FROM releases ORDER BY week"_s);
    if (!weekRows)
        return weekRows.error();
    QSqlQuery weeks = std::move(weekRows).value();
    while (weeks.next()) {
        const auto week = Week::fromString(weeks.value(0).toString());
        if (!week)
            return Error{Error::Code::Invalid, u"a release has no valid week"_s};
        releases.append({*week, weeks.value(1).toInt(), weeks.value(2).toLongLong(), {}, {}});
    }
    if (weeks.lastError().isValid())
        return sqlError(weeks.lastError());
    const auto drawings = addRows(
        m_file->connection(), u"SELECT week, table_name, sigma, threshold FROM drawings ORDER BY week, table_name"_s,
        releases, [](Release &release, const QSqlQuery &row) {
            release.drawings.append({row.value(1).toString(), row.value(2).toInt(), row.value(3).toLongLong()});
        });
    const auto cells = addRows(
        m_file->connection(), u"SELECT week, table_name, key, reporters FROM cells ORDER BY week, table_name, key"_s,
        releases, [](Release &release, const QSqlQuery &row) {
            release.cells.append({row.value(1).toString(), row.value(2).toString(), row.value(3).toLongLong()});
        });
    if (!drawings || !cells)
        return (drawings ? cells : drawings).error();
    return releases;
}

Result<Done> AggregateStore::add(const QList<Release> &releases)
{
    SqlTransaction transaction(m_file->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const Release &release : releases) {
        if (auto inserted = insert(release); !inserted)
            return inserted;
    }
    return transaction.commit();
}

Result<Done> AggregateStore::insert(const Release &release)
{
    const QString week = release.week.toString();
    auto added = runSql(m_file->connection(), u"INSERT INTO releases (week, dictionary, rounding) VALUES (?, ?, ?)"_s,
                        {week, release.dictionary, release.rounding});
    if (!added)
        return added.error();
    for (const Drawing &drawing : release.drawings) {
        auto drawn = runSql(m_file->connection(),
                            u"INSERT INTO drawings (week, table_name, sigma, threshold) VALUES (?, ?, ?, ?)"_s,
                            {week, drawing.table, drawing.sigma, drawing.threshold});
        if (!drawn)
            return drawn.error();
    }
    QSqlQuery query(m_file->connection());
    if (!query.prepare(u"INSERT INTO cells (week, table_name, key, reporters) VALUES (?, ?, ?, ?)"_s))
        return sqlError(query.lastError());
    for (const ReleasedCell &cell : release.cells) {
        query.bindValue(0, week);
        query.bindValue(1, cell.table);
        query.bindValue(2, cell.key);
        query.bindValue(3, cell.reporters);
        if (!query.exec())
            return sqlError(query.lastError());
    }
    return Done{};
}

} // namespace Telemetry
