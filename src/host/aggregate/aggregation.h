#pragma once

#include "host/aggregate/aggregateoptions.h"
#include "host/aggregate/closedperiods.h"

#include "contract/datadictionary.h"

#include <functional>
#include <optional>

namespace Telemetry {

class AbstractAggregationFiles;

/// Why a run ended early.
struct Complaint
{
    QString step;
    QString why;
    QString advice; ///< what to do
};

/// One run: from the raw events of closed weeks to releases, and from all releases to the public folder. What it is
/// given must outlive it. One thread.
class Aggregation
{
public:
    /// Told a line of the report for the operator.
    using Say = std::function<void(const QString &line)>;

    /// `noiseKey`: what the noise is drawn with, see drawNoiseKey(). The same key and events give the same numbers.
    Aggregation(const AggregateOptions &options, const DataDictionary &dictionary, AbstractAggregationFiles &files,
                const QByteArray &noiseKey, Say say, Progress progress);

    /// Nothing when all is published.
    [[nodiscard]] std::optional<Complaint> run(const QDateTime &now);

private:
    /// The releases' file is closed when it returns.
    [[nodiscard]] std::optional<Complaint> release(const QDateTime &now);
    [[nodiscard]] std::optional<Complaint> publish();
    void report(const NewRelease &made) const;

    const AggregateOptions &m_options;
    const DataDictionary &m_dictionary;
    AbstractAggregationFiles &m_files;
    const QByteArray m_noiseKey;
    const Say m_say;
    const Progress m_progress;
};

} // namespace Telemetry
