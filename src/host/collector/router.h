#pragma once

#include "host/collector/clockjudge.h"
#include "host/collector/http.h"
#include "host/collector/ingest.h"
#include "host/collector/metrics.h"
#include "host/collector/publiclistinuse.h"
#include "host/collector/requestvalidator.h"
#include "host/collector/routetable.h"

#include "contract/clock.h"

#include <optional>

namespace Telemetry {

/// The collector's public endpoints, without a network. docs/network.md says when napari asks which of them.
///
///   GET  /v1/dictionary        the data dictionary; this and the other documents with a tag
///   GET  /v1/public-plugins    the public list that is in use
///   GET  /v1/endpoints         where each level is sent
///   GET  /openapi.json         these endpoints, as OpenAPI
///   POST /v1/LEVEL/events      a batch; an event is acknowledged only after it is durable. 503 while the clock can't
///   be
///                              right, or an event would be refused for a period of which that isn't certain
///   POST /v1/LEVEL/erase       a week and reporters; the answer is the same whether there was something or not
///
/// Everything it is given must outlive it and every answer that is still to come. handle() is called on one thread;
/// answers come there or on the writer's.
class Router
{
public:
    /// `endpoints` is shown as it is.
    Router(const DataDictionary &dictionary, const PublicListInUse &publicList, const QByteArray &endpoints,
           const Clock &clock, Ingest &ingest, Metrics &metrics, ClockJudge judge);
    Q_DISABLE_COPY_MOVE(Router)

    /// An HttpHandler.
    void handle(const HttpRequest &request, const HttpResponder &respond);

private:
    struct Document
    {
        QByteArray type;
        QByteArray bytes;
        QByteArray etag;
    };
    [[nodiscard]] static Document jsonDocument(const QByteArray &bytes);
    [[nodiscard]] HttpResponse answerDocument(const HttpRequest &request, const Document &document) const;
    [[nodiscard]] QList<Route> routes();
    /// These answer at once, or give nothing when the writer will.
    [[nodiscard]] std::optional<HttpResponse> events(const HttpRequest &request, Level level,
                                                     const HttpResponder &respond);
    [[nodiscard]] std::optional<HttpResponse> erase(const HttpRequest &request, Level level,
                                                    const HttpResponder &respond);

    /// Asks the judge, and tells the operator when its mind has changed.
    [[nodiscard]] ClockJudge::Verdict judgeClock(const QDateTime &now);
    [[nodiscard]] bool isCertain(const ValidatedBatch &batch, const QDateTime &now);

    const DataDictionary &m_dictionary;
    const Clock &m_clock;
    Ingest &m_ingest;
    Metrics &m_metrics;
    const PublicListInUse &m_publicList;
    ClockJudge m_judge;
    bool m_clockImplausible = false;
    const Document m_dictionaryDocument;
    const Document m_endpoints;
    const Document m_openApi;
    const RouteTable m_routes;
};

} // namespace Telemetry
