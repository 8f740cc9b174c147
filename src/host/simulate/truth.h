#pragma once

#include "host/simulate/weekfacts.h"

#include <QMap>

namespace Telemetry {

/// The exact counts that the published ones are the noisy form of, counted on the people and not on what a collector
/// stored; shares no code with the aggregation, which is tested against it. The dictionary must outlive it.
class Truth
{
public:
    explicit Truth(const DataDictionary &dictionary)
        : m_dictionary(dictionary)
    {
    }

    /// Mentions the week even when nobody reports in it.
    void addWeek(Week week);
    /// One person's merged facts of one week.
    void addPerson(Week week, const QList<Fact> &merged);
    /// `{"tables": {"users": {"2026-W40": {"[]": 123}}}, "weeks": ["2026-W40"]}`; only cells that someone is in.
    [[nodiscard]] QByteArray toJson() const;

private:
    const DataDictionary &m_dictionary;
    QStringList m_weeks;
    QMap<QString, QMap<QString, QMap<QString, qint64>>> m_counts; ///< table, week, cell
};

} // namespace Telemetry
