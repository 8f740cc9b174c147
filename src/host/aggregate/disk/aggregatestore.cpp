#include "host/aggregate/disk/aggregatestore.h"

#include "contract/limits.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"

#include <QHash>
#include <QSqlError>

#include <algorithm>
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

/// Gives each row, whose first column is a period, to its release.
Result<Done> addRows(const QSqlDatabase &database, const QString &sql, QList<Release> &releases,
                     const std::function<void(Release &, const QSqlQuery &)> &add)
{
    auto rows = runSql(database, sql);
    if (!rows)
        return rows.error();
    QHash<QString, Release *> byPeriod;
    for (Release &release : releases)
        byPeriod.insert(release.period.toString(), &release);
    QSqlQuery row = std::move(rows).value();
    while (row.next()) {
        Release *release = byPeriod.value(row.value(0).toString());
        if (!release)
            return Error{Error::Code::Invalid, u"a row belongs to no release"_s};
        add(*release, row);
    }
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return Done{};
}

} // namespace

Result<QList<Release>> AggregateStore::releases() const
{
    QList<Release> releases;
    auto periodRows = runSql(m_file->connection(), u"SELECT period, dictionary, rounding FROM releases"_s);
    if (!periodRows)
        return periodRows.error();
    QSqlQuery periods = std::move(periodRows).value();
    while (periods.next()) {
        const auto period = Period::fromString(periods.value(0).toString());
        if (!period)
            return Error{Error::Code::Invalid, u"a release has no valid period"_s};
        releases.append({*period, periods.value(1).toInt(), periods.value(2).toLongLong(), {}, {}});
    }
    if (periods.lastError().isValid())
        return sqlError(periods.lastError());
    std::sort(releases.begin(), releases.end(),
              [](const Release &one, const Release &other) { return one.period < other.period; });
    const auto drawings =
        addRows(m_file->connection(),
                u"SELECT period, table_name, sigma, threshold FROM drawings ORDER BY period, table_name"_s, releases,
                [](Release &release, const QSqlQuery &row) {
                    release.drawings.append({row.value(1).toString(), row.value(2).toInt(), row.value(3).toLongLong()});
                });
    const auto cells =
        addRows(m_file->connection(),
                u"SELECT period, table_name, key, reporters FROM cells ORDER BY period, table_name, key"_s, releases,
                [](Release &release, const QSqlQuery &row) {
                    release.cells.append({row.value(1).toString(), row.value(2).toString(), row.value(3).toLongLong()});
                });
    const auto sums = addRows(
        m_file->connection(), u"SELECT period, table_name, noisy, months FROM sums ORDER BY period, table_name"_s,
        releases, [](Release &release, const QSqlQuery &row) {
            release.sums.append({row.value(1).toString(), row.value(2).toLongLong(), row.value(3).toInt()});
        });
    if (!drawings || !cells || !sums)
        return (!drawings ? drawings : !cells ? cells : sums).error();
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
    const QString period = release.period.toString();
    auto added = runSql(m_file->connection(), u"INSERT INTO releases (period, dictionary, rounding) VALUES (?, ?, ?)"_s,
                        {period, release.dictionary, release.rounding});
    if (!added)
        return added.error();
    for (const Drawing &drawing : release.drawings) {
        auto drawn = runSql(m_file->connection(),
                            u"INSERT INTO drawings (period, table_name, sigma, threshold) VALUES (?, ?, ?, ?)"_s,
                            {period, drawing.table, drawing.sigma, drawing.threshold});
        if (!drawn)
            return drawn.error();
    }
    for (const RunningSum &sum : release.sums) {
        auto summed =
            runSql(m_file->connection(), u"INSERT INTO sums (period, table_name, noisy, months) VALUES (?, ?, ?, ?)"_s,
                   {period, sum.table, sum.noisy, sum.months});
        if (!summed)
            return summed.error();
    }
    QSqlQuery query(m_file->connection());
    if (!query.prepare(u"INSERT INTO cells (period, table_name, key, reporters) VALUES (?, ?, ?, ?)"_s))
        return sqlError(query.lastError());
    for (const ReleasedCell &cell : release.cells) {
        query.bindValue(0, period);
        query.bindValue(1, cell.table);
        query.bindValue(2, cell.key);
        query.bindValue(3, cell.reporters);
        if (!query.exec())
            return sqlError(query.lastError());
    }
    return Done{};
}

} // namespace Telemetry
