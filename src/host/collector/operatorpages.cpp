#include "host/collector/operatorpages.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

bool meansThisComputer(const QByteArray &host)
{
    const QByteArray name = withoutPort(host);
    return name == "127.0.0.1"_ba || name == "[::1]"_ba || name == "localhost"_ba;
}

QList<Route> routes(const Metrics &metrics, const Ingest &ingest)
{
    const auto health = [](const HttpRequest &, Level, const HttpResponder &) {
        return HttpResponse{200, "text/plain; charset=utf-8"_ba, "ok\n"_ba, {}};
    };
    const auto numbers = [&metrics, &ingest](const HttpRequest &, Level, const HttpResponder &) {
        const LogContent log = ingest.log();
        return HttpResponse{200, openMetricsType, metrics.text(log.requests, log.age), {}};
    };
    return {{"GET"_ba, "/healthz"_ba, health}, {"GET"_ba, "/metrics"_ba, numbers}};
}

} // namespace

OperatorPages::OperatorPages(const Metrics &metrics, const Ingest &ingest)
    : m_routes(routes(metrics, ingest))
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
