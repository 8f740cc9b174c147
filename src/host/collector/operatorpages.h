#pragma once

#include "host/collector/ingest.h"
#include "host/collector/metrics.h"
#include "host/collector/routetable.h"

namespace Telemetry {

/// The pages of whoever runs the collector, on a listener of their own: a proxy that forwards more than it should, or
/// another Host than it got, can't reach them.
///
///   GET  /healthz    that a commit works: it makes one, which changes nothing; else 503
///   GET  /metrics    what it counted, as OpenMetrics
///
/// Only for a Host that means this computer. All who reach the listener are on it, but one may be a browser whose page
/// had its name bent to 127.0.0.1. Metrics and ingest must outlive it. Thread-safe.
class OperatorPages
{
public:
    /// What the last run of the aggregation found; nothing when there was none. Any thread.
    using LastRun = std::function<std::optional<AggregationState>()>;

    OperatorPages(const Metrics &metrics, Ingest &ingest, const LastRun &lastRun = {});

    /// An HttpHandler. 404 (no such page), 405, 421 (another Host).
    void handle(const HttpRequest &request, const HttpResponder &respond) const;

private:
    const RouteTable m_routes;
};

} // namespace Telemetry
