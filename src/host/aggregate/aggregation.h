#pragma once

#include "host/aggregate/closedperiods.h"
#include "host/aggregate/complaint.h"
#include "host/aggregate/publicfiles.h"

#include "contract/datadictionary.h"

#include <functional>
#include <optional>

namespace Telemetry {

class AbstractAggregationFiles;

/// What is the same for each command of the aggregation. What it names must outlive the command.
struct AggregationSetting
{
    /// Told a line for the operator.
    using Say = std::function<void(const QString &line)>;

    const DataDictionary &dictionary;
    AbstractAggregationFiles &files;
    QDateTime now;
    QDate builtOn;             ///< the program; none: not known
    bool clockIsRight = false; ///< a person says so
    PublicFiles documents;     ///< that are published as they are: endpoints.json, public-list.json
    Say say;
    Progress progress;
    /// Makes the public pages of the public folder: true, they were replaced; false, they were as they should be.
    using WriteSite = std::function<Result<bool>()>;
    WriteSite writeSite = {}; ///< nothing: the settings name no site
};

/// A run: first deletes raw events that are too old or published, then draws candidates of the weeks and months that
/// are closed. It publishes nothing. One thread.
class Aggregation
{
public:
    /// `noiseKey`: what the noise is drawn with, see drawNoiseKey(). The same key and events give the same numbers.
    Aggregation(const AggregationSetting &setting, const QByteArray &noiseKey);

    /// Nothing when all was done. Whoever calls it holds the lock.
    [[nodiscard]] std::optional<Complaint> run();
    /// Drops the candidates that there are and draws them anew, from what is stored now.
    [[nodiscard]] std::optional<Complaint> drawAgain(const QString &reason);

    /// Whether the time is known well enough; reads the weeks of the raw events.
    [[nodiscard]] std::optional<Complaint> judgeClock() const;
    /// Deletes raw events that are too old or published.
    [[nodiscard]] std::optional<Complaint> deleteRaw() const;

private:
    /// The releases' file is closed when it returns.
    [[nodiscard]] std::optional<Complaint> draw(const std::optional<QString> &again) const;
    /// What was released is in the file, or it would be drawn twice.
    [[nodiscard]] std::optional<Complaint> lack(const QList<Release> &drawn) const;
    void report(const NewRelease &made) const;
    void warn(const QList<Period> &known) const;

    const AggregationSetting &m_setting;
    const QByteArray m_noiseKey;
};

} // namespace Telemetry
