#include "host/raw/disk/rawfacts.h"

#include "contract/limits.h"
#include "sqlite/disk/sql.h"

#include <QCryptographicHash>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray RawFact::key() const
{
    QByteArray all;
    for (const QString &part : {topic, period, value})
        all += part.toUtf8() + '\0';
    all += firstIn.toUtf8();
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256).first(Limits::factKeyBytes);
}

Result<Done> RawFacts::load(const QSqlDatabase &database)
{
    const QList<QPair<QSqlQuery *, QString>> statements{
        {&m_insert, u"INSERT INTO facts (fact, topic, period, value, first_in) VALUES (?, ?, ?, ?, ?)"_s},
        {&m_delete, u"DELETE FROM facts WHERE fact = ?"_s},
        {&m_ofPeriod, u"SELECT fact FROM facts WHERE period = ?"_s},
        {&m_periods, u"SELECT DISTINCT period FROM facts"_s}};
    for (const auto &[query, sql] : statements) {
        *query = QSqlQuery(database);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return sqlError(query->lastError());
    }
    auto known = runSql(database, u"SELECT fact FROM facts"_s);
    if (!known)
        return known.error();
    QSqlQuery stored = std::move(known).value();
    m_events.clear();
    while (stored.next())
        m_events.insert(stored.value(0).toByteArray(), 0);
    if (stored.lastError().isValid())
        return sqlError(stored.lastError());
    auto events = runSql(database, u"SELECT fact FROM events"_s); // SQLite's GROUP BY would sort them all
    if (!events)
        return events.error();
    QSqlQuery event = std::move(events).value();
    while (event.next()) {
        const auto fact = m_events.find(event.value(0).toByteArray());
        if (fact == m_events.end())
            return Error{Error::Code::Damaged, u"it is damaged: an event has no fact"_s};
        ++*fact;
    }
    if (event.lastError().isValid())
        return sqlError(event.lastError());
    m_unused.clear();
    for (auto fact = m_events.cbegin(); fact != m_events.cend(); ++fact) {
        if (*fact == 0)
            m_unused.insert(fact.key());
    }
    return Done{};
}

Result<Done> RawFacts::add(const QMap<QByteArray, RawFact> &facts)
{
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        if (m_events.contains(fact.key()))
            continue;
        m_insert.bindValue(0, fact.key());
        m_insert.bindValue(1, fact->topic);
        m_insert.bindValue(2, fact->period);
        m_insert.bindValue(3, fact->value);
        m_insert.bindValue(4, notNull(fact->firstIn));
        if (!m_insert.exec())
            return sqlError(m_insert.lastError());
    }
    return Done{};
}

void RawFacts::committed(const Changes &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        qint64 &events = m_events[change.key()];
        events += change.value();
        if (events <= 0)
            m_unused.insert(change.key());
        else
            m_unused.remove(change.key());
    }
}

Result<Done> RawFacts::removeUnused(const QSqlDatabase &database)
{
    if (m_unused.isEmpty())
        return Done{};
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const QByteArray &key : std::as_const(m_unused)) {
        m_delete.bindValue(0, key);
        if (!m_delete.exec())
            return sqlError(m_delete.lastError());
    }
    if (auto committed = transaction.commit(); !committed)
        return committed;
    for (const QByteArray &key : std::as_const(m_unused))
        m_events.remove(key);
    m_unused.clear();
    return Done{};
}

Result<QSet<QByteArray>> RawFacts::ofPeriods(const QStringList &periods)
{
    QSet<QByteArray> keys;
    for (const QString &period : periods) {
        m_ofPeriod.bindValue(0, period);
        if (!m_ofPeriod.exec())
            return sqlError(m_ofPeriod.lastError());
        while (m_ofPeriod.next())
            keys.insert(m_ofPeriod.value(0).toByteArray());
        if (m_ofPeriod.lastError().isValid())
            return sqlError(m_ofPeriod.lastError());
        m_ofPeriod.finish();
    }
    return keys;
}

Result<QStringList> RawFacts::periods()
{
    if (!m_periods.exec())
        return sqlError(m_periods.lastError());
    QStringList periods;
    while (m_periods.next())
        periods.append(m_periods.value(0).toString());
    if (m_periods.lastError().isValid())
        return sqlError(m_periods.lastError());
    m_periods.finish();
    return periods;
}

} // namespace Telemetry
