#pragma once

#include "host/collector/http.h"

#include "contract/level.h"

#include <optional>

namespace Telemetry {

/// One endpoint.
struct Route
{
    /// Answers at once, or gives nothing when `respond` will be called. The level is the one in the path, else None.
    using Handler = std::function<std::optional<HttpResponse>(const HttpRequest &request, Level level,
                                                              const HttpResponder &respond)>;

    QByteArray method;
    QByteArray path; ///< a part that is ":level" stands for the name of a level
    Handler handler;
    /// What the OpenAPI description says of it.
    enum class Kind {
        Undescribed,
        Document, ///< JSON with a tag
        Events,
        Erase,
    };
    Kind kind = Kind::Undescribed;
    QString summary = {};
};

/// The name of a Host header, in lower case.
[[nodiscard]] QByteArray withoutPort(const QByteArray &host);

/// Finds the endpoint of a request. Thread-safe as far as its handlers are.
class RouteTable
{
public:
    explicit RouteTable(const QList<Route> &routes);

    /// What the endpoint's handler says; else 404 (no such page), 421 (the host name stands for
    /// another level than the path) or 405. HEAD is answered as GET, and the server sends no body; OPTIONS (204) says
    /// what there is.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest &request, const HttpResponder &respond) const;

private:
    /// With the parts of its path.
    struct Entry
    {
        Route route;
        QList<QByteArray> parts;
    };
    QList<Entry> m_entries;
};

} // namespace Telemetry
