#include "client/spool/disk/eventrows.h"

#include "client/spool/disk/retention.h"
#include "client/spool/disk/spooldatabase.h"
#include "client/spool/spoollog.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

SpooledEvent::State stateFromName(const QString &name)
{
    if (name == "pending"_L1)
        return SpooledEvent::State::Pending;
    return name == "sent"_L1 ? SpooledEvent::State::Sent : SpooledEvent::State::Refused;
}

} // namespace

Result<Done> visitEvents(const QSqlDatabase &database, const QString &bytesColumn, const QString &condition,
                         const QVariantList &values, const std::function<bool(const SpooledEvent &)> &each)
{
    auto result = runSql(database,
                         u"SELECT level, %1, state, reason, receipt, topic, reporter, sent_on, answer, week FROM event"
                         " WHERE state <> 'erased' AND "_s.arg(bytesColumn)
                             + condition,
                         values);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    while (row.next()) {
        const QByteArray bytes = row.value(1).toByteArray();
        const auto level = levelFromName(row.value(0).toString());
        auto event = eventFromBytes(bytes);
        // Under another key it could neither be sent once nor be erased.
        if (!event || !level || event.value().topic != row.value(5).toString()
            || event.value().reporter.bytes() != row.value(6).toByteArray()) {
            qCWarning(spoolLog, "an event in the spool can't be read and is left out");
            continue;
        }
        Event found = std::move(event).value();
        found.recordedIn = Week::fromString(row.value(9).toString());
        const SpooledEvent spooled{std::move(found),
                                   *level,
                                   bytes,
                                   stateFromName(row.value(2).toString()),
                                   row.value(3).toString(),
                                   row.value(4).toByteArray(),
                                   QDate::fromString(row.value(7).toString(), Qt::ISODate),
                                   row.value(8).toString() == acceptedAnswer()};
        if (!each(spooled))
            break;
    }
    return Done{};
}

Result<QList<SpooledEvent>> readEvents(const QSqlDatabase &database, const QString &condition,
                                       const QVariantList &values)
{
    QList<SpooledEvent> events;
    const auto done = visitEvents(
        database, u"bytes"_s,
        condition + u" ORDER BY CASE level WHEN 'basic' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END, topic, period, bytes"_s,
        values, [&](const SpooledEvent &event) {
            events.append(event);
            return true;
        });
    if (!done)
        return done.error();
    return events;
}

Result<SpoolStatus> readStatus(const QSqlDatabase &database)
{
    auto result = runSql(database, u"SELECT (SELECT count(*) FROM event WHERE state = 'pending'),"
                                   " (SELECT count(*) FROM event WHERE length(receipt) > 0)"_s);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    if (!row.next())
        return Error{Error::Code::Io, u"the spool gives no answer"_s};
    const auto lost = lostEvents(database);
    if (!lost)
        return lost.error();
    return SpoolStatus{row.value(0).toInt(), row.value(1).toInt(), lost.value()};
}

} // namespace Telemetry
