#include "client/spool/disk/retention.h"

#include "client/spool/disk/spooldatabase.h"
#include "contract/limits.h"
#include "contract/moment.h"
#include "contract/period.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Result<Done> dropUnsent(const QSqlDatabase &database, const QString &condition, const QVariantList &values)
{
    auto restored = runSql(database,
                           u"UPDATE event SET bytes = receipt, state = 'sent', reason = '', uses = 0"
                           " WHERE state IN ('pending', 'refused') AND length(receipt) > 0 AND "_s
                               + condition,
                           values);
    if (!restored)
        return restored.error();
    auto deleted =
        runSql(database, u"DELETE FROM event WHERE state IN ('pending', 'refused') AND "_s + condition, values);
    if (!deleted)
        return deleted.error();
    return Done{};
}

Result<qint64> number(const QSqlDatabase &database, const QString &sql)
{
    auto result = runSql(database, sql);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    return row.next() ? row.value(0).toLongLong() : qint64(0);
}

/// What is in use; SQLite keeps the pages of what was deleted for later.
Result<qint64> usedBytes(const QSqlDatabase &database)
{
    return number(database, u"SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(),"
                            " pragma_freelist_count(), pragma_page_size()"_s);
}

Result<QList<Period>> periods(const QSqlDatabase &database)
{
    auto result = runSql(database, u"SELECT DISTINCT period FROM event"_s);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    QList<Period> periods;
    while (row.next()) {
        if (const auto period = Period::fromString(row.value(0).toString()))
            periods.append(*period);
    }
    return periods;
}

} // namespace

Result<std::optional<QDateTime>> lastAnswer(const QSqlDatabase &database)
{
    auto result = runSql(database, u"SELECT moment FROM answered"_s);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    if (!row.next())
        return std::optional<QDateTime>();
    return std::optional(momentFrom(row.value(0).toString()).value_or(QDateTime()));
}

Result<Done> noteAnswer(const QSqlDatabase &database, const QDateTime &moment)
{
    // Not NULL, which is what an empty QString is.
    const QString text = moment.isValid() ? moment.toUTC().toString(Qt::ISODate) : u""_s;
    auto noted = runSql(database,
                        u"INSERT INTO answered (only_row, moment) VALUES (1, ?) ON CONFLICT (only_row)"
                        " DO UPDATE SET moment = excluded.moment WHERE moment <> excluded.moment"_s,
                        {text});
    return noted ? Result<Done>(Done{}) : noted.error();
}

Result<Done> dropUnsentAbove(const QSqlDatabase &database, Level level)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const Level above : sendingLevels()) {
        if (above <= level)
            continue;
        if (auto dropped = dropUnsent(database, u"level = ?"_s, {levelName(above)}); !dropped)
            return dropped;
    }
    if (level == Level::None) {
        if (auto forgotten = runSql(database, u"DELETE FROM loss"_s); !forgotten)
            return forgotten.error();
    }
    return transaction.commit();
}

Result<Done> dropExpired(const QSqlDatabase &database, const QDateTime &now)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto found = periods(database);
    if (!found)
        return found.error();
    for (const Period &period : found.value()) {
        if (period.firstWeek().monday().addDays(Limits::rawDays).startOfDay(Qt::UTC) <= now) {
            // Receipts, refused ones and marks of erased ones live equally long.
            if (auto gone = runSql(database, u"DELETE FROM event WHERE period = ?"_s, {period.toString()}); !gone)
                return gone.error();
        } else if (period.closesAt() <= now) {
            if (auto gone = dropUnsent(database, u"state = 'pending' AND period = ?"_s, {period.toString()}); !gone)
                return gone;
        }
    }
    return transaction.commit();
}

Result<Done> dropOldest(const QSqlDatabase &database)
{
    constexpr int rowsAtATime = 100;
    for (;;) {
        const auto used = usedBytes(database);
        if (!used)
            return used.error();
        if (used.value() <= Limits::spoolBytes)
            return Done{};
        const QString oldest =
            u"(SELECT topic, reporter FROM event ORDER BY week, CASE state WHEN 'pending' THEN 1"
            " WHEN 'refused' THEN 2 WHEN 'sent' THEN 3 ELSE 4 END, topic, reporter LIMIT %1)"_s.arg(rowsAtATime);
        const auto lost = number(
            database, u"SELECT count(*) FROM event WHERE state = 'pending' AND (topic, reporter) IN "_s + oldest);
        if (!lost)
            return lost.error();
        auto counted = runSql(database,
                              u"INSERT INTO loss (only_row, events) VALUES (1, ?) ON CONFLICT (only_row)"
                              " DO UPDATE SET events = events + excluded.events"_s,
                              {lost.value()});
        if (!counted)
            return counted.error();
        auto gone = runSql(database, u"DELETE FROM event WHERE (topic, reporter) IN "_s + oldest);
        if (!gone)
            return gone.error();
        if (gone.value().numRowsAffected() <= 0)
            return Done{}; // what is left is not events
    }
}

Result<int> lostEvents(const QSqlDatabase &database)
{
    const auto lost = number(database, u"SELECT events FROM loss"_s);
    if (!lost)
        return lost.error();
    return static_cast<int>(lost.value());
}

} // namespace Telemetry
