#include "spool/disk/sqlitespool.h"

#include "contract/limits.h"
#include "contract/mergerule.h"
#include "spool/disk/spooldatabase.h"
#include "spool/spoollog.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

SpooledEvent::State stateFromName(const QString &name)
{
    if (name == "pending"_L1)
        return SpooledEvent::State::Pending;
    return name == "sent"_L1 ? SpooledEvent::State::Sent : SpooledEvent::State::Refused;
}

/// Empty text instead of SQL's NULL.
QString text(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

} // namespace

SqliteSpool::SqliteSpool(const Grant &grant, const DataDictionary &dictionary, std::unique_ptr<SpoolDatabase> database)
    : m_grant(grant)
    , m_dictionary(dictionary)
    , m_database(std::move(database))
{
}

SqliteSpool::~SqliteSpool() = default;

Result<std::unique_ptr<SqliteSpool>> SqliteSpool::open(const Grant &grant, const DataDictionary &dictionary,
                                                       const QString &file)
{
    auto database = SpoolDatabase::open(file);
    if (!database)
        return database.error();
    return std::unique_ptr<SqliteSpool>(new SqliteSpool(grant, dictionary, std::move(database).value()));
}

Result<QSqlQuery> SqliteSpool::run(const QString &sql, const QVariantList &values) const
{
    return runSql(m_database->connection(), sql, values);
}

Result<Done> SqliteSpool::record(const Event &event)
{
    const TopicDefinition *topic = m_dictionary.topic(event.topic);
    if (!topic)
        return Error{Error::Code::Unsupported, u"the topic is not in the data dictionary"_s};
    if (topic->level > m_grant.level())
        return Error{Error::Code::Invalid, u"the topic \"%1\" is above the level that was granted"_s.arg(topic->topic)};
    if (const auto reason = topic->schema.validate(event.value))
        return Error{Error::Code::Invalid, *reason};

    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto known = stored(event);
    if (!known)
        return known.error();
    Result<Done> written = Done{};
    if (!known.value()) {
        written = insert(*topic, event);
    } else {
        const Event &old = *known.value();
        Event merged = event;
        // A value of an older dictionary can't be merged: the new one takes its place.
        if (!topic->schema.validate(old.value))
            merged.value = mergeValues(topic->merge, old.value, event.value);
        if (eventBytes(merged) == eventBytes(old))
            return Done{};
        written = replace(merged);
    }
    if (!written)
        return written;
    return transaction.commit();
}

/// The event with the same topic and reporter; nothing when there is none. A row that can't be read comes back as an
/// event without value, so that the new one takes its place.
Result<std::optional<Event>> SqliteSpool::stored(const Event &event) const
{
    auto result =
        run(u"SELECT bytes FROM event WHERE topic = ? AND reporter = ?"_s, {event.topic, event.reporter.bytes()});
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    if (!row.next())
        return std::optional<Event>();
    auto old = eventFromBytes(row.value(0).toByteArray());
    return std::optional<Event>(old ? old.value() : Event{event.topic, event.week, event.reporter, {}});
}

Result<Done> SqliteSpool::insert(const TopicDefinition &topic, const Event &event)
{
    {
        auto result =
            run(u"SELECT count(*) FROM event WHERE week = ? AND topic = ?"_s, {event.week.toString(), event.topic});
        if (!result)
            return result.error();
        QSqlQuery row = std::move(result).value();
        if (!row.next() || row.value(0).toInt() >= topic.cap)
            return Error{Error::Code::TooLarge,
                         u"the week has %1 events of the topic \"%2\" already"_s.arg(topic.cap).arg(topic.topic)};
    }
    const QByteArray bytes = eventBytes(event);
    if (bytes.size() > Limits::eventBytes)
        return Error{Error::Code::TooLarge,
                     u"an event of %1 bytes, %2 are allowed"_s.arg(bytes.size()).arg(Limits::eventBytes)};
    auto inserted = run(
        u"INSERT INTO event (topic, reporter, week, level, bytes, state, reason) VALUES (?, ?, ?, ?, ?, 'pending', '')"_s,
        {event.topic, event.reporter.bytes(), event.week.toString(), levelName(topic.level), bytes});
    if (!inserted)
        return inserted.error();
    return Done{};
}

Result<Done> SqliteSpool::replace(const Event &event)
{
    auto replaced =
        run(u"UPDATE event SET bytes = ?, state = 'pending', reason = '' WHERE topic = ? AND reporter = ?"_s,
            {eventBytes(event), event.topic, event.reporter.bytes()});
    if (!replaced)
        return replaced.error();
    return Done{};
}

Result<QList<SpooledEvent>> SqliteSpool::select(const QString &condition, const QVariantList &values) const
{
    auto result =
        run(u"SELECT level, bytes, state, reason FROM event WHERE "_s + condition
                + u" ORDER BY CASE level WHEN 'basic' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END, topic, week, bytes"_s,
            values);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    QList<SpooledEvent> events;
    while (row.next()) {
        const QByteArray bytes = row.value(1).toByteArray();
        const auto level = levelFromName(row.value(0).toString());
        auto event = eventFromBytes(bytes);
        if (!event || !level) {
            qCWarning(spoolLog, "an event in the spool can't be read and is left out");
            continue;
        }
        events.append({event.value(), *level, bytes, stateFromName(row.value(2).toString()), row.value(3).toString()});
    }
    return events;
}

Result<QList<SpooledEvent>> SqliteSpool::events() const
{
    return select(u"1"_s, {});
}

Result<QList<SpooledEvent>> SqliteSpool::pending(Level level) const
{
    if (level > m_grant.level())
        return QList<SpooledEvent>();
    auto found = select(u"state = 'pending' AND level = ?"_s, {levelName(level)});
    if (!found)
        return found;
    QList<SpooledEvent> events = std::move(found).value();
    // A topic never travels over another level's host, even if the file or an older dictionary says so.
    events.removeIf([&](const SpooledEvent &spooled) {
        const TopicDefinition *topic = m_dictionary.topic(spooled.event.topic);
        return !topic || topic->level != level;
    });
    return events;
}

Result<Done> SqliteSpool::markSent(const QList<SpooledEvent> &sent)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const SpooledEvent &spooled : sent) {
        auto marked =
            run(u"UPDATE event SET state = 'sent', reason = '' WHERE topic = ? AND reporter = ? AND bytes = ?"_s,
                {spooled.event.topic, spooled.event.reporter.bytes(), spooled.bytes});
        if (!marked)
            return marked.error();
    }
    return transaction.commit();
}

Result<Done> SqliteSpool::markRefused(const SpooledEvent &refused, const QString &reason)
{
    // Not one that another process has sent meanwhile: its receipt is needed.
    auto marked = run(u"UPDATE event SET state = 'refused', reason = ?"
                      " WHERE topic = ? AND reporter = ? AND bytes = ? AND state = 'pending'"_s,
                      {text(reason), refused.event.topic, refused.event.reporter.bytes(), refused.bytes});
    if (!marked)
        return marked.error();
    return Done{};
}

Result<Done> SqliteSpool::purgeAbove(Level level)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const Level above : sendingLevels()) {
        if (above <= level)
            continue;
        auto deleted = run(u"DELETE FROM event WHERE level = ? AND state <> 'sent'"_s, {levelName(above)});
        if (!deleted)
            return deleted.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_database->forgetDeleted();
    m_database->removeDamaged(); // nobody can say what it holds
    return Done{};
}

Result<QList<Week>> SqliteSpool::weeks() const
{
    auto result = run(u"SELECT DISTINCT week FROM event"_s);
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

Result<Done> SqliteSpool::expire(const QDateTime &now)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto found = weeks();
    if (!found)
        return found.error();
    for (const Week week : found.value()) {
        QString condition;
        if (week.monday().addDays(Limits::rawDays).startOfDay(Qt::UTC) <= now)
            condition = u"1"_s; // receipts and refused ones live equally long
        else if (week.closesAt() <= now)
            condition = u"state = 'pending'"_s;
        else
            continue;
        if (auto deleted = run(u"DELETE FROM event WHERE week = ? AND "_s + condition, {week.toString()}); !deleted)
            return deleted.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_database->forgetDeleted();
    if (QFileInfo(m_database->damagedFile()).lastModified().addDays(Limits::rawDays) <= now)
        m_database->removeDamaged();
    return Done{};
}

} // namespace Telemetry
