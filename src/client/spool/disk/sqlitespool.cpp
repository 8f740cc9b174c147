#include "client/spool/disk/sqlitespool.h"

#include "client/spool/disk/eventrows.h"
#include "client/spool/disk/otherspools.h"
#include "client/spool/disk/retention.h"
#include "client/spool/disk/spooldatabase.h"
#include "contract/limits.h"
#include "contract/mergerule.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Telemetry {

/// What lies in the spool under a topic and reporter.
struct SqliteSpool::Stored
{
    Event event; ///< without value when the row can't be read, so that the new one takes its place
    bool erased = false;
    qint64 uses = 0;
};

SqliteSpool::SqliteSpool(const Grant &grant, const DataDictionary &dictionary, std::unique_ptr<SpoolDatabase> database,
                         std::function<QDate()> today)
    : m_grant(grant)
    , m_dictionary(dictionary)
    , m_database(std::move(database))
    , m_today(std::move(today))
{
}

QDate SqliteSpool::systemDay()
{
    return QDateTime::currentDateTimeUtc().date();
}

SqliteSpool::~SqliteSpool() = default;

Result<std::unique_ptr<SqliteSpool>> SqliteSpool::open(const Grant &grant, const DataDictionary &dictionary,
                                                       const QString &file, const FileSystemType &type,
                                                       std::function<QDate()> today)
{
    auto database = SpoolDatabase::open(file, type);
    if (!database)
        return database.error();
    return std::unique_ptr<SqliteSpool>(
        new SqliteSpool(grant, dictionary, std::move(database).value(), std::move(today)));
}

Result<QSqlQuery> SqliteSpool::run(const QString &sql, const QVariantList &values) const
{
    return runSql(m_database->connection(), sql, values);
}

Result<const TopicDefinition *> SqliteSpool::topicFor(const Event &event) const
{
    const TopicDefinition *topic = m_dictionary.topic(event.topic);
    if (!topic)
        return Error{Error::Code::Unsupported, u"the topic is not in the data dictionary"_s};
    if (topic->level > m_grant.level())
        return Error{Error::Code::Invalid, u"the topic \"%1\" is above the level that was granted"_s.arg(topic->topic)};
    if (const auto reason = refusalOf(*topic, event))
        return Error{Error::Code::Invalid, *reason};
    return topic;
}

Result<Done> SqliteSpool::record(const Event &event)
{
    const auto topic = topicFor(event);
    if (!topic)
        return topic.error();
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto merged = merge(*topic.value(), event, 0); !merged)
        return merged.error();
    if (auto dropped = dropOldest(m_database->connection()); !dropped)
        return dropped;
    return transaction.commit();
}

Result<bool> SqliteSpool::countUses(const QString &journal, const QList<Event> &uses, const QStringList &present)
{
    const auto held = m_heldTopics ? m_heldTopics->read() : Result<QSet<QString>>(QSet<QString>());
    if (!held)
        return held.error();
    QHash<QByteArray, size_t> places;
    std::vector<std::pair<Event, qint64>> sums;
    for (const Event &use : uses) {
        if (held.value().contains(use.topic))
            continue;
        const QByteArray key = use.topic.toUtf8() + use.reporter.bytes();
        if (!places.contains(key)) {
            places.insert(key, sums.size());
            sums.emplace_back(use, 0);
        }
        ++sums[places.value(key)].second;
    }
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    auto isNew = rememberJournal(journal, present);
    if (!isNew)
        return isNew.error();
    if (!isNew.value())
        return false;
    bool changed = false;
    for (const auto &[use, count] : sums) {
        const auto topic = topicFor(use);
        if (!topic || !topic.value()->isUse)
            continue;
        auto added = merge(*topic.value(), use, topic.value()->isCounter() ? count : 0);
        // What is over a limit is not kept, as everywhere.
        if (!added && added.error().code != Error::Code::TooLarge)
            return added;
        changed = changed || (added && added.value());
    }
    if (auto dropped = dropOldest(m_database->connection()); !dropped)
        return dropped.error();
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return changed;
}

/// Whether it was not known yet.
Result<bool> SqliteSpool::rememberJournal(const QString &journal, const QStringList &present)
{
    auto result = run(u"SELECT journal FROM folded"_s);
    if (!result)
        return result.error();
    QStringList known;
    for (QSqlQuery row = std::move(result).value(); row.next();)
        known.append(row.value(0).toString());
    if (known.contains(journal))
        return false;
    for (const QString &name : std::as_const(known)) {
        if (present.contains(name))
            continue;
        if (auto forgotten = run(u"DELETE FROM folded WHERE journal = ?"_s, {name}); !forgotten)
            return forgotten.error();
    }
    if (auto noted = run(u"INSERT INTO folded (journal) VALUES (?)"_s, {journal}); !noted)
        return noted.error();
    return true;
}

/// Merges the event with what is there, and adds uses to it if it is one of uses. Whether the event is another now.
Result<bool> SqliteSpool::merge(const TopicDefinition &topic, const Event &event, qint64 uses)
{
    auto known = stored(event);
    if (!known)
        return known.error();
    const std::optional<Stored> &old = known.value();
    if (old && old->erased)
        return false;
    Event merged = event;
    const qint64 total = uses + (old ? old->uses : 0);
    if (uses > 0)
        merged.value[topic.merge.greaterField] = classOfCount(topic.merge.classes, total);
    if (!old)
        return insert(topic, merged, total);
    // A value of an older dictionary can't be merged: the new one takes its place.
    if (!topic.schema.validate(old->event.value))
        merged.value = mergeValues(topic.merge, old->event.value, merged.value);
    if (eventBytes(merged) != eventBytes(old->event))
        return replace(merged, total);
    if (total == old->uses)
        return false;
    if (auto counted = run(u"UPDATE event SET uses = ? WHERE topic = ? AND reporter = ?"_s,
                           {total, event.topic, event.reporter.bytes()});
        !counted)
        return counted.error();
    return false;
}

Result<std::optional<SqliteSpool::Stored>> SqliteSpool::stored(const Event &event) const
{
    auto result = run(u"SELECT bytes, state, uses FROM event WHERE topic = ? AND reporter = ?"_s,
                      {event.topic, event.reporter.bytes()});
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    if (!row.next())
        return std::optional<Stored>();
    auto old = eventFromBytes(row.value(0).toByteArray());
    return std::optional(Stored{old ? old.value() : Event{event.topic, event.period, event.reporter, {}},
                                row.value(1).toString() == "erased"_L1, row.value(2).toLongLong()});
}

Result<bool> SqliteSpool::insert(const TopicDefinition &topic, const Event &event, qint64 uses)
{
    const QByteArray fact = factOf(topic, event, m_factKey);
    const auto known = knownFacts(m_database->fileName(), m_database->connection(), event, fact);
    if (!known)
        return known.error();
    const Place place = placeIn(known.value(), topic, event, fact);
    if (place == Place::Recorded)
        return false;
    if (place == Place::Full)
        return Error{Error::Code::TooLarge, u"%1 has %2 events of the topic \"%3\" already"_s.arg(
                                                event.period.toString(), QString::number(topic.cap), topic.topic)};
    const QByteArray bytes = eventBytes(event);
    if (bytes.size() > Limits::eventBytes)
        return Error{Error::Code::TooLarge, u"an event of %1 bytes, %2 are allowed"_s.arg(
                                                QString::number(bytes.size()), QString::number(Limits::eventBytes))};
    auto inserted =
        run(u"INSERT INTO event (topic, reporter, period, week, fact, level, bytes, state, reason, receipt, uses)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', '', x'', ?)"_s,
            {event.topic, event.reporter.bytes(), event.period.toString(), event.week().toString(), fact,
             levelName(topic.level), bytes, uses});
    if (!inserted)
        return inserted.error();
    return true;
}

Result<bool> SqliteSpool::replace(const Event &event, qint64 uses)
{
    auto replaced =
        run(u"UPDATE event SET bytes = ?, state = 'pending', reason = '', uses = ? WHERE topic = ? AND reporter = ?"_s,
            {eventBytes(event), uses, event.topic, event.reporter.bytes()});
    if (!replaced)
        return replaced.error();
    return true;
}

Result<QList<SpooledEvent>> SqliteSpool::events() const
{
    return readEvents(m_database->connection(), u"1"_s);
}

Result<QList<SpooledEvent>> SqliteSpool::pending(Level level) const
{
    if (level > m_grant.level())
        return QList<SpooledEvent>();
    auto found = readEvents(m_database->connection(), u"state = 'pending' AND level = ?"_s, {levelName(level)});
    if (!found)
        return found;
    QList<SpooledEvent> events = std::move(found).value();
    // A topic never travels over another level's host, even if the file or an older dictionary says so; and what the
    // dictionary does not allow, after damage that SQLite can't see, does not travel at all.
    events.removeIf([&](const SpooledEvent &spooled) {
        const TopicDefinition *topic = m_dictionary.topic(spooled.event.topic);
        return !topic || topic->level != level || refusalOf(*topic, spooled.event);
    });
    return events;
}

Result<SpoolStatus> SqliteSpool::status() const
{
    auto read = readStatus(m_database->connection());
    if (!read)
        return read;
    SpoolStatus status = std::move(read).value();
    status.repaired = m_database->wasRepaired();
    status.onNetwork = m_database->isOnNetwork();
    return status;
}

bool SqliteSpool::isCurrent() const
{
    return m_database->isCurrent();
}

Result<QList<SpooledEvent>> SqliteSpool::beginSending(const QList<SpooledEvent> &batch)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    QList<SpooledEvent> leaving;
    for (const SpooledEvent &spooled : batch) {
        auto kept =
            run(u"UPDATE event SET receipt = bytes, sent_on = ?, answer = ''"
                " WHERE topic = ? AND reporter = ? AND bytes = ? AND state = 'pending'"_s,
                {m_today().toString(Qt::ISODate), spooled.event.topic, spooled.event.reporter.bytes(), spooled.bytes});
        if (!kept)
            return kept.error();
        if (kept.value().numRowsAffected() == 1)
            leaving.append(spooled);
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return leaving;
}

Result<Done> SqliteSpool::undoSending(const QList<SpooledEvent> &batch)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const SpooledEvent &spooled : batch) {
        if (auto undone = restoreReceipt(spooled); !undone)
            return undone;
    }
    return transaction.commit();
}

/// Back to what beginSending() found, unless another process has had an answer meanwhile.
Result<Done> SqliteSpool::restoreReceipt(const SpooledEvent &spooled)
{
    auto restored =
        run(u"UPDATE event SET receipt = ?, sent_on = ?, answer = ?"
            " WHERE topic = ? AND reporter = ? AND receipt = ? AND state IN ('pending', 'refused')"_s,
            {spooled.receipt.isNull() ? ""_ba : spooled.receipt, notNull(spooled.sentOn.toString(Qt::ISODate)),
             spooled.receiptAccepted ? acceptedAnswer() : u""_s, spooled.event.topic, spooled.event.reporter.bytes(),
             spooled.bytes});
    if (!restored)
        return restored.error();
    return Done{};
}

Result<Done> SqliteSpool::markSent(const QList<SpooledEvent> &sent)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const SpooledEvent &spooled : sent) {
        // One that another process has erased meanwhile may have come after the erasing: it is a receipt again.
        auto marked =
            run(u"UPDATE event SET bytes = ?, receipt = ?, state = 'sent', reason = '', sent_on = ?, answer = ?"
                " WHERE topic = ? AND reporter = ? AND (bytes = ? OR state = 'erased')"_s,
                {spooled.bytes, spooled.bytes, m_today().toString(Qt::ISODate), acceptedAnswer(), spooled.event.topic,
                 spooled.event.reporter.bytes(), spooled.bytes});
        if (!marked)
            return marked.error();
    }
    return transaction.commit();
}

Result<Done> SqliteSpool::markRefused(const SpooledEvent &refused, const QString &reason)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    // Not one that another process has sent meanwhile: its receipt is needed.
    auto marked = run(u"UPDATE event SET state = 'refused', reason = ?"
                      " WHERE topic = ? AND reporter = ? AND bytes = ? AND state = 'pending'"_s,
                      {notNull(reason), refused.event.topic, refused.event.reporter.bytes(), refused.bytes});
    if (!marked)
        return marked.error();
    if (auto restored = restoreReceipt(refused); !restored)
        return restored;
    return transaction.commit();
}

Result<Done> SqliteSpool::purgeAbove(Level level)
{
    if (auto dropped = dropUnsentAbove(m_database->connection(), level); !dropped)
        return dropped;
    m_database->forgetDeleted();
    if (level < Level::Full)
        m_database->removeDamaged(); // nobody can say what it holds
    return Done{};
}

Result<Level> SqliteSpool::purgeUncovered()
{
    const auto last = lastAnswer(m_database->connection());
    if (!last)
        return last.error();
    const Level covered = last.value() ? m_grant.heldSince(*last.value()) : Level::None;
    if (auto purged = purgeAbove(covered); !purged)
        return purged.error();
    if (auto noted = noteAnswer(m_database->connection(), m_grant.agreed()); !noted)
        return noted.error();
    return covered;
}

Result<Done> SqliteSpool::expire(const QDateTime &now)
{
    if (auto dropped = dropExpired(m_database->connection(), now); !dropped)
        return dropped;
    m_database->forgetDeleted();
    if (QFileInfo(m_database->damagedFile()).lastModified().addDays(Limits::rawDays) <= now)
        m_database->removeDamaged();
    return Done{};
}

} // namespace Telemetry
