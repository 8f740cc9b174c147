#pragma once

#include "host/raw/abstractrawstore.h"
#include "host/raw/disk/rawfacts.h"

#include <QSqlQuery>

namespace Telemetry {

/// Goes through the tables of the raw file in the order of their keys, some rows at a time: reads them, deletes them
/// and writes those anew that stay. (VACUUM does it for the whole file at once; meanwhile every event waits, and it
/// takes as much memory as the file.) Let it go before the connection.
class RawTidying
{
public:
    /// Must outlive it.
    explicit RawTidying(RawFacts &facts)
        : m_facts(facts)
    {
    }
    /// Errors: Damaged, Io.
    [[nodiscard]] Result<Done> prepare(const QSqlDatabase &database);

    /// Inside a transaction: the next step. What RawFacts is to be told once it is committed stays in changes().
    /// Errors: Damaged (a row that can't be), Io; then the transaction has to be rolled back, and the next step begins
    /// anew.
    [[nodiscard]] Result<TidyStep> step(const QStringList &old, QDate today);
    [[nodiscard]] const RawFacts::Changes &changes() const { return m_changes; }

private:
    [[nodiscard]] Result<TidyStep> stepOfEvents();
    [[nodiscard]] Result<TidyStep> stepOfFacts();
    [[nodiscard]] Result<Done> noteDay(QDate today);

    RawFacts &m_facts;
    QSet<QByteArray> m_oldFacts; ///< whose events go
    RawFacts::Changes m_changes;
    QByteArray m_after;     ///< the last key of the step before; empty: the table begins
    bool m_inFacts = false; ///< the events are done
    QSqlQuery m_events;
    QSqlQuery m_removeEvents;
    QSqlQuery m_putEvent;
    QSqlQuery m_factsAfter;
    QSqlQuery m_removeFacts;
    QSqlQuery m_putFact;
    QSqlQuery m_forgetDay;
    QSqlQuery m_noteDay;
};

} // namespace Telemetry
