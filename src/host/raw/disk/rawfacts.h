#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

class QSqlDatabase;

namespace Telemetry {

/// What is stored of an event beside its reporter.
struct RawFact
{
    QString topic;
    QString period;
    QString value; ///< canonical JSON
    QString firstIn;

    /// Its key: the first bytes of SHA-256, so that it says nothing about when the fact was first seen.
    [[nodiscard]] QByteArray key() const;

    friend bool operator==(const RawFact &, const RawFact &) = default;
};

/// The table of facts, and how many events each of them has: a fact goes after its last event. (The numbers are only in
/// memory: in the file they would cost one more page an event, and an index more than the events.) For the one process
/// that writes the file. Let it go before the connection.
class RawFacts
{
public:
    /// Counts the events of an open file. Errors: Damaged (an event has no fact), Io.
    [[nodiscard]] Result<Done> load(const QSqlDatabase &database);

    [[nodiscard]] bool has(const QByteArray &key) const { return m_events.contains(key); }
    /// The keys of those of these periods. Errors: Damaged, Io.
    [[nodiscard]] Result<QSet<QByteArray>> ofPeriods(const QStringList &periods);
    /// Of all. Errors: Damaged, Io.
    [[nodiscard]] Result<QStringList> periods();

    /// What one transaction does to the numbers.
    using Changes = QMap<QByteArray, qint64>;
    /// Inside the transaction: adds those of these facts that are not there. Errors: Damaged, Io.
    [[nodiscard]] Result<Done> add(const QMap<QByteArray, RawFact> &facts);
    /// After the transaction, if it was committed.
    void committed(const Changes &changes);

    /// Deletes what has no event left, in a transaction of its own: not in that of the last event, where it would show
    /// in time and bytes whether there was something to erase. Errors: Damaged, Io.
    [[nodiscard]] Result<Done> removeUnused(const QSqlDatabase &database);

private:
    QHash<QByteArray, qint64> m_events; ///< by the key of the fact
    QSet<QByteArray> m_unused;          ///< those with none
    QSqlQuery m_insert;
    QSqlQuery m_delete;
    QSqlQuery m_ofPeriod;
    QSqlQuery m_periods;
};

} // namespace Telemetry
