#pragma once

#include "host/raw/abstractrawstore.h"
#include "host/raw/disk/rawfacts.h"

#include "contract/datadictionary.h"

#include <QMap>
#include <QSqlQuery>

#include <optional>

namespace Telemetry {

/// Carries out requests inside a transaction of the raw file. Rows are collected and written in the order of their
/// keys, so that what lies in the log of one commit does not show whose is whose. Let it go before the connection.
class RawChange
{
public:
    /// Both must outlive it.
    RawChange(const DataDictionary &dictionary, RawFacts &facts);
    /// Errors: Damaged, Io.
    [[nodiscard]] Result<Done> prepare(const QSqlDatabase &database);

    /// Inside a transaction, all of it. What RawFacts is to be told once it is committed stays in changes(). Errors:
    /// Damaged, Invalid (an event of no known topic), Io; then the transaction has to be rolled back.
    [[nodiscard]] Result<QList<StoreOutcome>> carryOut(const QList<StoreRequest> &requests);
    [[nodiscard]] const RawFacts::Changes &changes() const { return m_changes; }
    [[nodiscard]] bool wroteRows() const { return m_wroteRows; }

private:
    /// What a transaction makes of one reporter.
    struct Row
    {
        QByteArray before;          ///< key of its fact in the file; empty: it is not there
        std::optional<RawFact> now; ///< nothing: it is not there
        bool erased = false;        ///< somebody asked for it, whether it is there or not
    };

    [[nodiscard]] Result<StoreOutcome> apply(const StoreRequest &request);
    [[nodiscard]] Result<Done> erase(const StoreRequest::Erasure &erasure);
    enum class Put { Added, Merged, Elsewhere };
    [[nodiscard]] Result<Put> put(const Event &event);
    [[nodiscard]] Result<Row *> rowOf(const Reporter &reporter);
    [[nodiscard]] Result<Done> write();
    /// Has the page written on which the row is or would be.
    [[nodiscard]] Result<Done> touch(const QByteArray &reporter);
    [[nodiscard]] Result<Done> writeRow(const QByteArray &reporter, const QByteArray &fact, const Row &row);

    const DataDictionary &m_dictionary;
    RawFacts &m_facts;
    QMap<QByteArray, Row> m_rows; ///< by reporter, in the order in which they are written
    RawFacts::Changes m_changes;
    bool m_wroteRows = false;
    QSqlQuery m_select;
    QSqlQuery m_upsert;
    QSqlQuery m_near;
    QSqlQuery m_delete;
    QSqlQuery m_nothing;
};

} // namespace Telemetry
