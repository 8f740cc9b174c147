#pragma once

#include "contract/endpoints.h"
#include "contract/period.h"
#include "contract/reporter.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QPair>
#include <QUrl>

namespace Telemetry {

/// A request to a collector, whole: what the preview shows is what the uploader sends. Nothing is added on the way.
struct Request
{
    Level level = Level::None;
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers; ///< all of them, in the order in which they are given to Qt
    QByteArray body;
};

/// Request line and headers as HTTP/1.1 writes them, with the empty line that ends them. (Qt may write the headers in
/// another order, and their names in other case, which mean the same.)
[[nodiscard]] QByteArray requestHead(const Request &request);

/// The request that carries these events (each in its eventBytes() form, all of one level).
[[nodiscard]] Request eventsRequest(const Endpoints &endpoints, Level level, int dictionaryVersion,
                                    const QByteArrayList &events);
/// The request that asks the collector to erase these reporters of one level and one period; at most
/// Limits::eraseReporters.
[[nodiscard]] Request eraseRequest(const Endpoints &endpoints, Level level, const Period &period,
                                   const QList<Reporter> &reporters);

/// The request for the whole public list, unless it is still `known`. It names no plugin, so nobody learns which ones
/// there are.
[[nodiscard]] Request publicListRequest(const Endpoints &endpoints, const QByteArray &known);

} // namespace Telemetry
