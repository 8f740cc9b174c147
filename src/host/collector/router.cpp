#include "host/collector/router.h"

#include "contract/contenttag.h"
#include "host/collector/eraserequest.h"
#include "host/collector/openapi.h"

#include <QLoggingCategory>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(collectorRouter, "telemetry.collector", QtInfoMsg)

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

HttpResponse notJson()
{
    return errorResponse(415, u"send application/json, not compressed"_s);
}

bool isJson(const HttpRequest &request)
{
    const QByteArray type = request.contentType.split(';').first().trimmed().toLower();
    return type == "application/json"_ba
           && (request.contentEncoding.isEmpty() || request.contentEncoding == "identity"_ba);
}

HttpResponse unavailable(const QString &why = u"busy, try again later"_s, int seconds = Limits::retryAfterSeconds)
{
    HttpResponse response = errorResponse(503, why);
    response.headers.append({"Retry-After"_ba, QByteArray::number(seconds)});
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

/// The batch as it is refused when the store has told that these of the accepted ones are known otherwise.
ValidatedBatch withElsewhere(ValidatedBatch batch, const QList<qsizetype> &elsewhere)
{
    for (const qsizetype place : elsewhere) {
        const Refusal refusal{batch.places.at(place), u"its reporter is known with another topic or period"_s};
        const auto after = std::upper_bound(batch.refused.begin(), batch.refused.end(), refusal,
                                            [](const Refusal &a, const Refusal &b) { return a.index < b.index; });
        batch.classes.insert(after - batch.refused.begin(), RefusalClass::Elsewhere);
        batch.refused.insert(after, refusal);
    }
    return batch;
}

} // namespace

Router::Router(const DataDictionary &dictionary, const PublicListInUse &publicList, const QByteArray &endpoints,
               const Clock &clock, Ingest &ingest, Metrics &metrics, ClockJudge judge)
    : m_dictionary(dictionary)
    , m_clock(clock)
    , m_ingest(ingest)
    , m_metrics(metrics)
    , m_publicList(publicList)
    , m_judge(std::move(judge))
    , m_dictionaryDocument(jsonDocument(dictionary.source()))
    , m_endpoints(jsonDocument(endpoints))
    , m_openApi(jsonDocument(openApi(routes(), dictionary)))
    , m_routes(routes())
{
    (void)judgeClock(clock.now()); // so that the operator knows before the first request
}

QList<Route> Router::routes()
{
    const auto document = [this](const Document &shown) {
        return [this, &shown](const HttpRequest &request, Level, const HttpResponder &) {
            return answerDocument(request, shown);
        };
    };
    const auto publicList = [this](const HttpRequest &request, Level, const HttpResponder &) {
        const SharedPublicList list = m_publicList.current();
        return answerDocument(request, {"application/json"_ba, list->bytes, list->etag});
    };
    const auto taken = [this](const HttpRequest &request, Level level, const HttpResponder &respond) {
        return events(request, level, respond);
    };
    const auto erased = [this](const HttpRequest &request, Level level, const HttpResponder &respond) {
        return erase(request, level, respond);
    };
    using Kind = Route::Kind;
    return {
        {"GET"_ba, "/v1/dictionary"_ba, document(m_dictionaryDocument), Kind::Document,
         u"The data dictionary: all that can be sent"_s},
        {"GET"_ba, "/v1/public-plugins"_ba, publicList, Kind::Document,
         u"What may be named: public plugins, releases, commands, versions"_s},
        {"GET"_ba, "/v1/endpoints"_ba, document(m_endpoints), Kind::Document, u"Where each level is sent"_s},
        {"GET"_ba, "/openapi.json"_ba, document(m_openApi), Kind::Document, u"This description"_s},
        {"POST"_ba, "/v1/:level/events"_ba, taken, Kind::Events, u"Take a batch of events"_s},
        {"POST"_ba, "/v1/:level/erase"_ba, erased, Kind::Erase, u"Erase the events of reporters"_s},
    };
}

void Router::handle(const HttpRequest &request, const HttpResponder &respond)
{
    const HttpResponder counted = [this, respond](HttpResponse response) {
        m_metrics.request(response.status);
        respond(std::move(response));
    };
    if (auto response = m_routes.answer(request, counted))
        counted(std::move(*response));
}

Router::Document Router::jsonDocument(const QByteArray &bytes)
{
    return {"application/json"_ba, bytes, contentTag(bytes)};
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

ClockJudge::Verdict Router::judgeClock(const QDateTime &now)
{
    const ClockJudge::Verdict verdict = m_judge.verdict(now);
    const bool implausible = verdict == ClockJudge::Verdict::Implausible;
    if (implausible != m_clockImplausible) {
        if (implausible)
            qCCritical(collectorRouter, "%ls: events are answered with 503 until that is over",
                       qUtf16Printable(m_judge.problem(now)));
        else
            qCInfo(collectorRouter, "the clock is plausible again");
        m_clockImplausible = implausible;
        m_ingest.doubtClock(implausible);
        m_metrics.clockImplausible(implausible);
    }
    return verdict;
}

/// A client keeps what was answered with 503 and never sends again what was refused, so in doubt it is 503.
bool Router::isCertain(const ValidatedBatch &batch, const QDateTime &now)
{
    if (batch.newest)
        m_judge.note(*batch.newest);
    const auto mayRefuse = [&](const std::optional<Period> &period) {
        return !period || m_judge.mayRefuse(*period, now);
    };
    return judgeClock(now) != ClockJudge::Verdict::Implausible && mayRefuse(batch.closed) && mayRefuse(batch.ahead);
}

std::optional<HttpResponse> Router::events(const HttpRequest &request, Level level, const HttpResponder &respond)
{
    if (!isJson(request))
        return notJson();
    const QDateTime now = m_clock.now();
    const SharedPublicList list = m_publicList.current(); // the same one for the whole batch
    auto batch = RequestValidator(m_dictionary, list->strings).validate(level, request.body, now);
    if (!batch)
        return refusedWhole(batch.error());
    if (!isCertain(batch.value(), now))
        return unavailable(u"the collector's clock is in doubt, try again later"_s, Limits::clockRetrySeconds);
    const auto validated = std::make_shared<const ValidatedBatch>(std::move(batch).value());
    if (validated->accepted.isEmpty()) {
        m_metrics.refused(validated->classes);
        return accepted(BatchCodec::encodeAnswer(validated->refused));
    }
    const bool queued = m_ingest.submit({validated->accepted, {}}, [=, this](const Result<StoreOutcome> &outcome) {
        if (!outcome)
            return respond(unavailable());
        // Refused ones are counted here, so that a request that is tried again does not count twice.
        const ValidatedBatch judged = withElsewhere(*validated, outcome.value().elsewhere);
        m_metrics.refused(judged.classes);
        m_metrics.stored(judged.accepted, outcome.value());
        respond(accepted(BatchCodec::encodeAnswer(judged.refused)));
    });
    return queued ? std::nullopt : std::optional(unavailable());
}

std::optional<HttpResponse> Router::erase(const HttpRequest &request, Level level, const HttpResponder &respond)
{
    if (!isJson(request))
        return notJson();
    const auto asked = decodeEraseRequest(request.body);
    if (!asked)
        return refusedWhole(asked.error());
    StoreRequest change;
    for (const Reporter &reporter : asked.value().reporters)
        change.erase.append({level, asked.value().period, reporter});
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
