#include "spool/disk/retention.h"

#include "contract/limits.h"
#include "contract/week.h"
#include "spool/disk/spooldatabase.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Result<Done> dropUnsent(const QSqlDatabase &database, const QString &condition, const QVariantList &values)
{
    auto restored = runSql(database,
                           u"UPDATE event SET bytes = receipt, state = 'sent', reason = ''"
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

Result<QList<Week>> weeks(const QSqlDatabase &database)
{
    auto result = runSql(database, u"SELECT DISTINCT week FROM event"_s);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    QList<Week> weeks;
    while (row.next()) {
        if (const auto week = Week::fromString(row.value(0).toString()))
            weeks.append(*week);
    }
    return weeks;
}

} // namespace

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
    return transaction.commit();
}

Result<Done> dropExpired(const QSqlDatabase &database, const QDateTime &now)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto found = weeks(database);
    if (!found)
        return found.error();
    for (const Week week : found.value()) {
        if (week.monday().addDays(Limits::rawDays).startOfDay(Qt::UTC) <= now) {
            // Receipts, refused ones and marks of erased ones live equally long.
            if (auto gone = runSql(database, u"DELETE FROM event WHERE week = ?"_s, {week.toString()}); !gone)
                return gone.error();
        } else if (week.closesAt() <= now) {
            if (auto gone = dropUnsent(database, u"state = 'pending' AND week = ?"_s, {week.toString()}); !gone)
                return gone;
        }
    }
    return transaction.commit();
}

} // namespace Telemetry
