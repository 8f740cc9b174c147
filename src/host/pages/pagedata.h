#pragma once

#include "contract/datadictionary.h"
#include "host/certificate/publishedfigures.h"
#include "host/history/historyreport.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <memory>

namespace Telemetry {

/// One table through all its periods.
struct TableSeries
{
    const TopicDefinition *topic = nullptr;
    const TableDefinition *table = nullptr;
    QStringList released;                    ///< its weeks or months that were released, in order
    QStringList axis;                        ///< all from the first of them to the last: those between are gaps
    QMap<QString, QList<PublishedRow>> rows; ///< by period; in the order of the file
    QHash<QString, QHash<QStringList, PeopleWithin>> numbers; ///< the same, by period and key

    /// The last one that was released; empty: none was.
    [[nodiscard]] QString latest() const { return released.isEmpty() ? QString() : released.last(); }
    /// Nothing: it was not published.
    [[nodiscard]] std::optional<PeopleWithin> number(const QString &period, const QStringList &key) const;
    /// The title of a dimension, as the dictionary has it.
    [[nodiscard]] QString titleOf(const QString &dimension) const;
    /// The file of the table below the pages' folder.
    [[nodiscard]] QString file(const QString &suffix) const;
};

/// All that the pages say: what the public folder has, read once and held against its history. One thread; the pointers
/// in it are valid as long as it is.
class PageData
{
public:
    Q_DISABLE_COPY_MOVE(PageData)
    /// Reads the whole public folder. Errors: as PublishedFigures has them, and Damaged (the history or its signatures
    /// are wrong), NotFound (no dictionary), Invalid.
    [[nodiscard]] static Result<std::shared_ptr<const PageData>> read(const AbstractPublicFiles &files);

    [[nodiscard]] const DataDictionary &dictionary() const { return m_dictionary; }
    [[nodiscard]] const QList<TableSeries> &tables() const { return m_tables; }
    /// The only table of the topic that counts people of this, by these many dimensions; null: there is none.
    [[nodiscard]] const TableSeries *table(const QString &topic, FirstIn period, qsizetype dimensions = 0) const;
    [[nodiscard]] const HistoryChain &history() const { return m_history; }
    /// Who signed the last line; nobody: it is not signed.
    [[nodiscard]] const QList<HistoryKey> &signedBy() const { return m_signedBy; }
    /// The newest month that has numbers; empty: none has.
    [[nodiscard]] QString latestMonth() const { return m_months.isEmpty() ? QString() : m_months.last(); }
    /// Months that are missing between the first and the last, in order.
    [[nodiscard]] QStringList missingMonths() const;
    /// The day of the newest line of the history; invalid: it has none.
    [[nodiscard]] QDate asOf() const;

private:
    explicit PageData(DataDictionary dictionary);
    void add(const PublishedPeriod &period);

    DataDictionary m_dictionary;
    HistoryChain m_history;
    QList<HistoryKey> m_signedBy;
    QStringList m_months;
    QStringList m_weeks;
    QSet<QStringList> m_keys; ///< of all rows, each once
    QList<TableSeries> m_tables;
};

} // namespace Telemetry
