#include "host/collector/operatorpages.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

bool meansThisComputer(const QByteArray &host)
{
    const QByteArray name = withoutPort(host);
    return name == "127.0.0.1"_ba || name == "[::1]"_ba || name == "localhost"_ba;
}

HttpResponse plain(int status, const QString &text)
{
    return {status, "text/plain; charset=utf-8"_ba, text.toUtf8() + '\n', {}};
}

HttpResponse healthy()
{
    return plain(200, u"ok"_s);
}

HttpResponse unhealthy(const QString &why)
{
    return plain(503, u"nothing can be stored: "_s + why);
}

QList<Route> routes(const Metrics &metrics, Ingest &ingest, const OperatorPages::LastRun &lastRun)
{
    const auto health = [&ingest](const HttpRequest &, Level,
                                  const HttpResponder &respond) -> std::optional<HttpResponse> {
        const bool queued = ingest.submit({}, [respond](const Result<StoreOutcome> &outcome) {
            respond(outcome ? healthy() : unhealthy(outcome.error().detail));
        });
        return queued ? std::nullopt : std::optional(unhealthy(u"too many requests wait to be committed"_s));
    };
    const auto numbers = [&metrics, &ingest, lastRun](const HttpRequest &, Level, const HttpResponder &) {
        return HttpResponse{200, openMetricsType, metrics.text(ingest.state(), lastRun ? lastRun() : std::nullopt), {}};
    };
    return {{"GET"_ba, "/healthz"_ba, health}, {"GET"_ba, "/metrics"_ba, numbers}};
}

} // namespace

OperatorPages::OperatorPages(const Metrics &metrics, Ingest &ingest, const LastRun &lastRun)
    : m_routes(routes(metrics, ingest, lastRun))
{
}

void OperatorPages::handle(const HttpRequest &request, const HttpResponder &respond) const
{
    if (!meansThisComputer(request.host))
        return respond(errorResponse(421, u"ask by the name of this computer: 127.0.0.1, [::1] or localhost"_s));
    if (auto response = m_routes.answer(request, respond))
        respond(std::move(*response));
}

} // namespace Telemetry
