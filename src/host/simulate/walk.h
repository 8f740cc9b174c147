#pragma once

#include "host/simulate/simulateoptions.h"
#include "host/simulate/simulation.h"
#include "host/simulate/truth.h"

#include <QElapsedTimer>

#include <functional>
#include <optional>

namespace Telemetry {

/// Walks through weeks and people, counts the truth and hands out one batch after the other. What it is given must
/// outlive it. One thread.
class Walk
{
public:
    /// Told how far it is, when it takes long.
    using Progress = std::function<void(const QString &text)>;

    Walk(const SimulateOptions &options, const Catalog &catalog, const DataDictionary &dictionary, Progress progress);

    /// The next batch, or nothing at the end.
    [[nodiscard]] std::optional<Batch> next();

    /// Of what was handed out.
    [[nodiscard]] const Truth &truth() const { return m_truth; }
    [[nodiscard]] qint64 events() const { return m_events; }
    [[nodiscard]] qint64 reports() const { return m_reports; }
    [[nodiscard]] qint64 milliseconds() const { return m_time.elapsed(); }

private:
    [[nodiscard]] bool nextWeek();
    void showProgress(Week week);

    const SimulateOptions &m_options;
    const Progress m_progress;
    Simulation m_simulation;
    Truth m_truth;
    QElapsedTimer m_time;
    qint64 m_shown = 0;
    int m_week = -1;
    QList<qint64> m_order;
    qsizetype m_at = 0;
    QList<Batch> m_batches;
    qint64 m_events = 0;
    qint64 m_reports = 0;
};

} // namespace Telemetry
