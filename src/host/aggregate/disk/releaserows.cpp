#include "host/aggregate/disk/releaserows.h"

#include "host/aggregate/celltexts.h"

#include <QHash>
#include <QSet>
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
    const bool isOne = releases.size() == 1;
    QSet<QString> keys; // which are the same in each period: so each is in memory once
    const auto cells =
        isOutline
            ? Result<Done>(Done{})
            : addRows(database,
                      u"SELECT period, table_name, key, reporters FROM cells%1 ORDER BY period, table_name, key"_s.arg(
                          picked),
                      releases, [&](Release &release, const QSqlQuery &row) {
                          if (const QString name = row.value(1).toString(); name != table)
                              table = name; // all rows of a table share its name
                          const QString key = row.value(2).toString();
                          release.cells.append({table, isOne ? key : *keys.insert(key), row.value(3).toLongLong()});
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

CellQuery::CellQuery(const QSqlDatabase &database)
    : m_query(database)
{
    m_query.setForwardOnly(true);
}

Result<QList<ReleasedCell>> CellQuery::cells(const QString &period, const QString &table)
{
    m_isPrepared =
        m_isPrepared
        || m_query.prepare(u"SELECT key, reporters FROM cells WHERE period = ? AND table_name = ? ORDER BY key"_s);
    m_query.bindValue(0, period);
    m_query.bindValue(1, table);
    if (!m_isPrepared || !m_query.exec())
        return sqlError(m_query.lastError());
    QList<ReleasedCell> cells;
    while (m_query.next())
        cells.append({table, m_query.value(0).toString(), m_query.value(1).toLongLong()});
    if (m_query.lastError().isValid())
        return sqlError(m_query.lastError());
    m_query.finish();
    return cells;
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

} // namespace Telemetry::ReleaseRows
