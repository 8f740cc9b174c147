#include "host/aggregate/disk/releaserows.h"

#include "host/aggregate/celltexts.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"

#include <QFile>
#include <QHash>
#include <QSqlError>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Telemetry::ReleaseRows {

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

Result<QList<Release>> read(const QSqlDatabase &database, const QString &where, Parts parts)
{
    const QString picked = where.isEmpty() ? QString() : u" WHERE "_s + where;
    QList<Release> releases;
    auto periodRows = runSql(database, u"SELECT period, dictionary, rounding FROM releases"_s + picked);
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
    const bool isOutline = parts == Parts::Outline;
    const auto drawings =
        isOutline ? Result<Done>(Done{})
                  : addRows(database,
                            u"SELECT period, table_name, sigma, threshold, topic, dimensions FROM drawings%1 "
                            "ORDER BY period, table_name"_s.arg(picked),
                            releases, [](Release &release, const QSqlQuery &row) {
                                release.drawings.append({row.value(1).toString(), row.value(2).toInt(),
                                                         row.value(3).toLongLong(), row.value(4).toString(),
                                                         textsOfJson(row.value(5).toString())});
                            });
    QString table;
    const auto cells =
        isOutline
            ? Result<Done>(Done{})
            : addRows(database,
                      u"SELECT period, table_name, key, reporters FROM cells%1 ORDER BY period, table_name, key"_s.arg(
                          picked),
                      releases, [&table](Release &release, const QSqlQuery &row) {
                          if (const QString name = row.value(1).toString(); name != table)
                              table = name; // all rows of a table share its name
                          release.cells.append({table, row.value(2).toString(), row.value(3).toLongLong()});
                      });
    const auto sums = addRows(
        database, u"SELECT period, table_name, noisy, months FROM sums%1 ORDER BY period, table_name"_s.arg(picked),
        releases, [](Release &release, const QSqlQuery &row) {
            release.sums.append({row.value(1).toString(), row.value(2).toLongLong(), row.value(3).toInt()});
        });
    if (!drawings || !cells || !sums)
        return (!drawings ? drawings : !cells ? cells : sums).error();
    return releases;
}

Result<Done> insert(const QSqlDatabase &database, const Release &release)
{
    const QString period = release.period.toString();
    auto added = runSql(database, u"INSERT INTO releases (period, dictionary, rounding) VALUES (?, ?, ?)"_s,
                        {period, release.dictionary, release.rounding});
    if (!added)
        return added.error();
    for (const Drawing &drawing : release.drawings) {
        auto drawn = runSql(database,
                            u"INSERT INTO drawings (period, table_name, sigma, threshold, topic, dimensions) "
                            "VALUES (?, ?, ?, ?, ?, ?)"_s,
                            {period, drawing.table, drawing.sigma, drawing.threshold, notNull(drawing.topic),
                             jsonOfTexts(drawing.dimensions)});
        if (!drawn)
            return drawn.error();
    }
    for (const RunningSum &sum : release.sums) {
        auto summed = runSql(database, u"INSERT INTO sums (period, table_name, noisy, months) VALUES (?, ?, ?, ?)"_s,
                             {period, sum.table, sum.noisy, sum.months});
        if (!summed)
            return summed.error();
    }
    QSqlQuery query(database);
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

Result<Done> remove(const QSqlDatabase &database, const QString &period)
{
    for (const QString &table : {u"sums"_s, u"cells"_s, u"drawings"_s, u"releases"_s}) {
        if (auto removed = runSql(database, u"DELETE FROM %1 WHERE period = ?"_s.arg(table), {period}); !removed)
            return removed.error();
    }
    return Done{};
}

namespace {

Result<Done> writeFile(const QList<Release> &releases, const QString &path)
{
    SqliteOptions options;
    options.access = SqliteOptions::Access::Make;
    options.settings = {u"PRAGMA foreign_keys = ON"_s};
    options.journal = u"OFF"_s; // the file is thrown away when it isn't whole
    auto file = SqliteFile::open(
        path, options, {u"the aggregation"_s, {u":/telemetry/sql/aggregates-1.sql"_s}, applicationId, markTable});
    if (!file)
        return file.error();
    const QSqlDatabase &database = file.value()->connection();
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const Release &release : releases) {
        if (auto inserted = insert(database, release); !inserted)
            return inserted;
    }
    return transaction.commit();
}

} // namespace

Result<QByteArray> fileOf(const QList<Release> &releases, const QString &path)
{
    QFile::remove(path); // of a run that was killed
    const auto written = writeFile(releases, path);
    QFile copy(path);
    const bool isOpen = written && copy.open(QIODevice::ReadOnly);
    const QByteArray bytes = isOpen ? copy.readAll() : QByteArray();
    const QString why = copy.errorString();
    copy.close();
    QFile::remove(path);
    if (!written)
        return Error{written.error().code, u"%1: %2"_s.arg(path, written.error().detail)};
    if (!isOpen)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, why)};
    return bytes;
}

} // namespace Telemetry::ReleaseRows
