#include "host/collector/router.h"

#include "contract/contenttag.h"
#include "host/collector/eraserequest.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// If-None-Match compares weakly: a proxy that compressed the answer has marked our tag with W/.
bool matches(const QByteArray &ifNoneMatch, const QByteArray &etag)
{
    for (QByteArray tag : ifNoneMatch.split(',')) {
        tag = tag.trimmed();
        if (tag.startsWith("W/"_ba))
            tag.remove(0, 2);
        if (tag == "*"_ba || tag == etag)
            return true;
    }
    return false;
}

QByteArray withoutPort(const QByteArray &host)
{
    if (host.startsWith('['))
        return host.left(host.indexOf(']') + 1);
    const qsizetype colon = host.indexOf(':');
    return (colon < 0 ? host : host.left(colon)).toLower();
}

/// The operator's pages are for programs on this computer that mean this computer. A proxy is on it too, but it hands
/// on the public name; so would a page in a browser whose name was bent to 127.0.0.1.
bool isOperator(const HttpRequest &request)
{
    const QByteArray host = withoutPort(request.host);
    return request.fromLoopback && (host == "127.0.0.1"_ba || host == "[::1]"_ba || host == "localhost"_ba);
}

/// The level that the host name stands for, when it stands for one.
std::optional<Level> levelOfHost(const QByteArray &host)
{
    const QByteArray name = withoutPort(host);
    return levelFromName(QString::fromLatin1(name.left(name.indexOf('.'))));
}

bool isJson(const HttpRequest &request)
{
    const QByteArray type = request.contentType.split(';').first().trimmed().toLower();
    return type == "application/json"_ba
           && (request.contentEncoding.isEmpty() || request.contentEncoding == "identity"_ba);
}

HttpResponse wrongMethod(const QByteArray &allowed)
{
    HttpResponse response = errorResponse(405, u"method not allowed"_s);
    response.headers.append({"Allow"_ba, allowed});
    return response;
}

HttpResponse unavailable()
{
    HttpResponse response = errorResponse(503, u"busy, try again later"_s);
    response.headers.append({"Retry-After"_ba, QByteArray::number(Limits::retryAfterSeconds)});
    return response;
}

HttpResponse refusedWhole(const Error &error)
{
    return errorResponse(error.code == Error::Code::TooLarge ? 413 : 400, error.detail);
}

HttpResponse accepted(const QByteArray &body)
{
    return HttpResponse{202, "application/json"_ba, body, {}};
}

} // namespace

Router::Router(const DataDictionary &dictionary, const PublicStrings &publicStrings, const QByteArray &publicPlugins,
               const Clock &clock, Ingest &ingest, Metrics &metrics)
    : m_dictionary(dictionary)
    , m_clock(clock)
    , m_ingest(ingest)
    , m_metrics(metrics)
    , m_validator(dictionary, publicStrings)
    , m_dictionaryDocument{"application/json"_ba, dictionary.source(), contentTag(dictionary.source())}
    , m_publicPlugins{"application/json"_ba, publicPlugins, contentTag(publicPlugins)}
{
}

void Router::handle(const HttpRequest &request, const HttpResponder &respond)
{
    const HttpResponder counted = [this, respond](HttpResponse response) {
        m_metrics.request(response.status);
        respond(std::move(response));
    };
    if (auto response = route(request, counted))
        counted(std::move(*response));
}

std::optional<HttpResponse> Router::route(const HttpRequest &request, const HttpResponder &respond)
{
    const bool get = request.method == "GET"_ba;
    if (request.target == "/v1/dictionary"_ba)
        return get ? answerDocument(request, m_dictionaryDocument) : wrongMethod("GET"_ba);
    if (request.target == "/v1/public-plugins"_ba)
        return get ? answerDocument(request, m_publicPlugins) : wrongMethod("GET"_ba);
    if (request.target == "/healthz"_ba && isOperator(request))
        return get ? HttpResponse{200, "text/plain; charset=utf-8"_ba, "ok\n"_ba, {}} : wrongMethod("GET"_ba);
    if (request.target == "/metrics"_ba && isOperator(request))
        return get ? HttpResponse{200, openMetricsType, m_metrics.text(), {}} : wrongMethod("GET"_ba);

    const QList<QByteArray> parts = request.target.split('/');
    const auto level = parts.size() == 4 ? levelFromName(QString::fromLatin1(parts.at(2))) : std::nullopt;
    const bool known = level && *level != Level::None && parts.at(0).isEmpty() && parts.at(1) == "v1"_ba
                       && (parts.at(3) == "events"_ba || parts.at(3) == "erase"_ba);
    if (!known)
        return errorResponse(404, u"no such page"_s);
    if (const auto host = levelOfHost(request.host); host && *host != *level)
        return errorResponse(421, u"this level has another host"_s);
    if (request.method != "POST"_ba)
        return wrongMethod("POST"_ba);
    if (!isJson(request))
        return errorResponse(415, u"send application/json, not compressed"_s);
    return parts.at(3) == "events"_ba ? events(request, *level, respond) : erase(request, *level, respond);
}

HttpResponse Router::answerDocument(const HttpRequest &request, const Document &document) const
{
    HttpResponse response{200, document.type, document.bytes, {{"ETag"_ba, document.etag}}};
    if (matches(request.ifNoneMatch, document.etag)) {
        response.status = 304;
        response.contentType.clear();
        response.body.clear();
    }
    return response;
}

std::optional<HttpResponse> Router::events(const HttpRequest &request, Level level, const HttpResponder &respond)
{
    auto batch = m_validator.validate(level, request.body, m_clock.now());
    if (!batch)
        return refusedWhole(batch.error());
    const QByteArray answer = BatchCodec::encodeAnswer(batch.value().refused);
    const QList<RefusalClass> classes = batch.value().classes;
    if (batch.value().accepted.isEmpty()) {
        m_metrics.refused(classes);
        return accepted(answer);
    }
    const bool queued = m_ingest.submit({batch.value().accepted, {}}, [=, this](const Result<StoreOutcome> &outcome) {
        if (!outcome)
            return respond(unavailable());
        // Refused ones are counted here, so that a request that is tried again does not count twice.
        m_metrics.refused(classes);
        m_metrics.accepted(outcome.value().stored);
        m_metrics.ignored(outcome.value().ignored);
        respond(accepted(answer));
    });
    return queued ? std::nullopt : std::optional(unavailable());
}

std::optional<HttpResponse> Router::erase(const HttpRequest &request, Level level, const HttpResponder &respond)
{
    const auto asked = decodeEraseRequest(request.body);
    if (!asked)
        return refusedWhole(asked.error());
    StoreRequest change;
    for (const TopicDefinition *topic : m_dictionary.topicsOfLevel(level)) {
        for (const Reporter &reporter : asked.value().reporters)
            change.erase.append({topic->topic, asked.value().week, reporter});
    }
    const qsizetype count = asked.value().reporters.size();
    const bool queued = m_ingest.submit(std::move(change), [=, this](const Result<StoreOutcome> &outcome) {
        if (!outcome)
            return respond(unavailable());
        m_metrics.eraseAsked(count);
        respond(accepted("{}"_ba)); // the same whether they existed or not
    });
    return queued ? std::nullopt : std::optional(unavailable());
}

} // namespace Telemetry
