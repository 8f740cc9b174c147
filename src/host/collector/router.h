#pragma once

#include "host/collector/http.h"
#include "host/collector/ingest.h"
#include "host/collector/metrics.h"
#include "host/collector/requestvalidator.h"

#include "contract/clock.h"

#include <optional>

namespace Telemetry {

/// The collector's endpoints (DESIGN 9), without a network. Everything it is given must outlive it and every answer
/// that is still to come. handle() is called on one thread; answers come there or on the writer's.
class Router
{
public:
    Router(const DataDictionary &dictionary, const PublicStrings &publicStrings, const QByteArray &publicPlugins,
           const Clock &clock, Ingest &ingest, Metrics &metrics);

    /// An HttpHandler. An event is acknowledged only after it is durable.
    void handle(const HttpRequest &request, const HttpResponder &respond);

private:
    struct Document
    {
        QByteArray type;
        QByteArray bytes;
        QByteArray etag;
    };
    [[nodiscard]] HttpResponse answerDocument(const HttpRequest &request, const Document &document) const;
    /// Answers at once, or gives nothing when the writer will.
    [[nodiscard]] std::optional<HttpResponse> route(const HttpRequest &request, const HttpResponder &respond);
    [[nodiscard]] std::optional<HttpResponse> events(const HttpRequest &request, Level level,
                                                     const HttpResponder &respond);
    [[nodiscard]] std::optional<HttpResponse> erase(const HttpRequest &request, Level level,
                                                    const HttpResponder &respond);

    const DataDictionary &m_dictionary;
    const Clock &m_clock;
    Ingest &m_ingest;
    Metrics &m_metrics;
    const RequestValidator m_validator;
    const Document m_dictionaryDocument;
    const Document m_publicPlugins;
};

} // namespace Telemetry
