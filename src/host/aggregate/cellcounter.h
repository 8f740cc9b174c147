#pragma once

#include "contract/datadictionary.h"

#include <QMap>

#include <optional>

namespace Telemetry {

/// The number of reporters of each cell of one table. The key is a JSON array with the text of each dimension.
using CellCounts = QMap<QString, qint64>;
/// By the name of the table.
using TableCounts = QMap<QString, CellCounts>;

/// `["napari-svg","0.2.1"]`: the text of each dimension's field; truth values as true and false.
[[nodiscard]] QString cellKey(const TableDefinition &table, const QJsonObject &value);

/// Counts the events of one week along the dimensions that the dictionary registers. Every event is one reporter of its
/// topic. The dictionary must outlive it. Not thread-safe.
class CellCounter
{
public:
    /// Of the tables of weeks, or of those of months and of what is summed up by month.
    explicit CellCounter(const DataDictionary &dictionary, bool ofMonth = false)
        : m_dictionary(dictionary)
        , m_ofMonth(ofMonth)
    {
    }

    /// Counts one event, or those of so many people. Returns false for a topic or value that this dictionary does not
    /// define; such an event counts nowhere.
    [[nodiscard]] bool add(const QString &topic, const QJsonObject &value, std::optional<FirstIn> firstIn = {},
                           qint64 people = 1);
    /// Holds a table only when it has a cell.
    [[nodiscard]] const TableCounts &counts() const { return m_counts; }

private:
    const DataDictionary &m_dictionary;
    bool m_ofMonth;
    TableCounts m_counts;
};

} // namespace Telemetry
