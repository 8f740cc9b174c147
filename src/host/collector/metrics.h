#pragma once

#include "host/collector/ingest.h"
#include "host/collector/requestvalidator.h"
#include "host/raw/aggregationstate.h"

#include <QByteArray>
#include <QMap>

#include <mutex>
#include <optional>

namespace Telemetry {

/// Counters since the start and two states, for the operator. Totals only: no label tells a client, a topic or a value.
/// Any thread.
class Metrics
{
public:
    void request(int status);
    /// Events that were put into the store, and what became of them.
    void stored(const QList<Event> &events, const StoreOutcome &outcome);
    void refused(const QList<RefusalClass> &classes);
    /// Reporters that were asked to be erased, whether they existed or not.
    void eraseAsked(qsizetype reporters);

    /// Whether ClockJudge finds the clock implausible, when it was asked last: at the start and with every request.
    void clockImplausible(bool implausible);

    /// Whether the public list that the operator loaded can't be used, so that another one is.
    void publicListRefused(bool refused);

    /// OpenMetrics 1.0 text, with what the writer does and has, and what the last run of the aggregation found.
    [[nodiscard]] QByteArray text(const IngestState &ingest, const std::optional<AggregationState> &run = {}) const;

private:
    mutable std::mutex m_mutex;
    QMap<int, qint64> m_requests; ///< by status
    QMap<QByteArray, qint64> m_refused;
    QMap<FirstIn, qint64> m_firstIn;
    qint64 m_accepted = 0;
    qint64 m_added = 0;
    qint64 m_eraseAsked = 0;
    bool m_clockImplausible = false;
    bool m_publicListRefused = false;
};

inline constexpr char openMetricsType[] = "application/openmetrics-text; version=1.0.0; charset=utf-8";

} // namespace Telemetry
