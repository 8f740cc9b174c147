#pragma once

#include "host/aggregate/abstractreleasestore.h"

#include "contract/datadictionary.h"
#include "contract/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>

#include <functional>

namespace Telemetry {

/// All that was published of one table of the data dictionary. What it is made of must outlive it. One thread.
class PublicTable
{
public:
    /// `outlines`: of what is released, in rising order; the store has their cells.
    PublicTable(const TopicDefinition &topic, const TableDefinition &table, const QList<Release> &outlines,
                const AbstractReleaseStore &store);

    /// tables/NAME.csv, made anew each time. Errors: those of the store.
    [[nodiscard]] Result<QByteArray> csv() const;
    /// The same of tables/NAME.json.
    [[nodiscard]] Result<QByteArray> json() const;

private:
    /// What the rows of a period have in common.
    struct PeriodOfRows
    {
        QByteArray csv;    ///< its name
        QByteArray json;   ///< the members of the object that are the same, each with a comma in front
        QByteArray within; ///< how far the numbers may be off, of a table that is summed up; else empty
    };
    using Take = std::function<void(const PeriodOfRows &period, const ReleasedCell &cell)>;
    [[nodiscard]] Result<Done> visit(const Take &take) const;

    const TopicDefinition &m_topic;
    const TableDefinition &m_table;
    const QList<Release> &m_outlines;
    const AbstractReleaseStore &m_store;
};

/// The weeks, or the months, of these releases.
[[nodiscard]] QJsonArray periodsOf(const QList<Release> &releases, bool months);

} // namespace Telemetry
