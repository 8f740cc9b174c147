#pragma once

#include "host/collector/requestvalidator.h"

#include <QByteArray>
#include <QMap>

#include <chrono>
#include <mutex>

namespace Telemetry {

/// Counters since the start and one state, for the operator. Totals only: no label tells a client, a topic or a value.
/// Any thread.
class Metrics
{
public:
    void request(int status);
    void accepted(qsizetype events);
    void ignored(qsizetype events);
    void refused(const QList<RefusalClass> &classes);
    /// Reporters that were asked to be erased, whether they existed or not.
    void eraseAsked(qsizetype reporters);

    /// Whether ClockJudge finds the clock implausible, when it was asked last: at the start and with every request.
    void clockImplausible(bool implausible);

    /// OpenMetrics 1.0 text, with what the raw database's log holds now.
    [[nodiscard]] QByteArray text(qsizetype logRequests = 0, std::chrono::milliseconds logAge = {}) const;

private:
    mutable std::mutex m_mutex;
    QMap<int, qint64> m_requests; ///< by status
    QMap<QByteArray, qint64> m_refused;
    qint64 m_accepted = 0;
    qint64 m_eraseAsked = 0;
    bool m_clockImplausible = false;
};

inline constexpr char openMetricsType[] = "application/openmetrics-text; version=1.0.0; charset=utf-8";

} // namespace Telemetry
