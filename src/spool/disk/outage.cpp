#include "spool/disk/outage.h"

#include "contract/limits.h"
#include "spool/disk/spooldatabase.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Done> noteFailedAttempt(const QSqlDatabase &database, QDate day)
{
    const QString text = day.toString(Qt::ISODate);
    // The earlier day stays the first one, also after the clock was put back.
    auto noted = runSql(database,
                        u"INSERT INTO outage (only_row, first, last) VALUES (1, ?, ?) ON CONFLICT (only_row)"
                        " DO UPDATE SET first = min(first, excluded.first), last = excluded.last"_s,
                        {text, text});
    if (!noted)
        return noted.error();
    return Done{};
}

Result<Done> forgetFailedAttempts(const QSqlDatabase &database)
{
    if (auto forgotten = runSql(database, u"DELETE FROM outage"_s); !forgotten)
        return forgotten.error();
    return Done{};
}

Result<bool> isUnreachable(const QSqlDatabase &database)
{
    auto result = runSql(database, u"SELECT first, last FROM outage"_s);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    if (!row.next())
        return false;
    const QDate first = QDate::fromString(row.value(0).toString(), Qt::ISODate);
    const QDate last = QDate::fromString(row.value(1).toString(), Qt::ISODate);
    return first.isValid() && last.isValid() && first.daysTo(last) >= Limits::unreachableDays;
}

} // namespace Telemetry
