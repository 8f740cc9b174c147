#include "client/spool/disk/sqlitepreview.h"

#include "client/spool/disk/eventrows.h"
#include "client/spool/disk/spooldatabase.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

SqlitePreview::SqlitePreview(std::unique_ptr<SpoolDatabase> database)
    : m_database(std::move(database))
{
}

SqlitePreview::~SqlitePreview() = default;

Result<std::unique_ptr<SqlitePreview>> SqlitePreview::open(const QString &file)
{
    auto database = SpoolDatabase::openExisting(file, SpoolDatabase::Check::None);
    if (!database)
        return database.error();
    return std::unique_ptr<SqlitePreview>(new SqlitePreview(std::move(database).value()));
}

Result<Done> SqlitePreview::unsent(const std::function<bool(const SpooledEvent &)> &each) const
{
    return visitEvents(m_database->connection(), u"bytes"_s, u"state IN ('pending', 'refused')"_s, {}, each);
}

Result<Done> SqlitePreview::sent(const std::function<bool(const SpooledEvent &)> &each) const
{
    return visitEvents(m_database->connection(), u"receipt"_s, u"length(receipt) > 0"_s, {}, each);
}

Result<std::optional<SpooledEvent>> SqlitePreview::event(const EventKey &key) const
{
    auto found = readEvents(m_database->connection(), u"topic = ? AND reporter = ?"_s, {key.topic, key.reporter});
    if (!found)
        return found.error();
    return found.value().isEmpty() ? std::nullopt : std::optional(found.value().first());
}

Result<QList<SpooledEvent>> SqlitePreview::remove(const QList<EventKey> &keys)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    QList<SpooledEvent> removed;
    for (const EventKey &key : keys) {
        const auto found = event(key);
        if (!found)
            return found.error();
        if (!found.value() || found.value()->state == SpooledEvent::State::Sent)
            continue;
        const auto done = removeOne(*found.value());
        if (!done)
            return done.error();
        removed.append(*found.value());
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    m_database->forgetDeleted();
    return removed;
}

Result<bool> SqlitePreview::removeOne(const SpooledEvent &event)
{
    const QString change = event.receipt.isEmpty() ? u"bytes = x'', state = 'erased', reason = '', uses = 0"_s
                                                   : u"bytes = receipt, state = 'sent', reason = ''"_s;
    auto done =
        runSql(m_database->connection(), u"UPDATE event SET "_s + change + u" WHERE topic = ? AND reporter = ?"_s,
               {event.event.topic, event.event.reporter.bytes()});
    if (!done)
        return done.error();
    return true;
}

Result<int> SqlitePreview::restore(const QList<SpooledEvent> &removed)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    int restored = 0;
    for (const SpooledEvent &spooled : removed) {
        // As remove() left it: with the receipt that it had, or with the mark of an erased one.
        auto done = runSql(m_database->connection(),
                           u"UPDATE event SET bytes = ?, state = ?, reason = ? WHERE topic = ? AND reporter = ?"
                           " AND receipt = ? AND state = ?"_s,
                           {spooled.bytes, stateName(spooled.state), notNull(spooled.reason), spooled.event.topic,
                            spooled.event.reporter.bytes(), spooled.receipt.isEmpty() ? ""_ba : spooled.receipt,
                            spooled.receipt.isEmpty() ? u"erased"_s : u"sent"_s});
        if (!done)
            return done.error();
        restored += done.value().numRowsAffected();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return restored;
}

} // namespace Telemetry
