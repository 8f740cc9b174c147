#include "contract/request.h"

#include "contract/batchcodec.h"
#include "contract/canonicaljson.h"
#include "contract/contenttag.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Request post(Level level, const QUrl &url, const QByteArray &body)
{
    // Every header is set here, so that none tells the language, the compression or the Qt version of the machine.
    return Request{level,
                   "POST"_ba,
                   url,
                   {{"Host"_ba, url.authority(QUrl::FullyEncoded).toLatin1()},
                    {"Connection"_ba, "close"_ba},
                    {"Content-Length"_ba, QByteArray::number(body.size())},
                    {"Content-Type"_ba, "application/json"_ba},
                    {"Accept"_ba, "application/json"_ba},
                    {"Accept-Encoding"_ba, "identity"_ba},
                    {"Accept-Language"_ba, "*"_ba},
                    {"User-Agent"_ba, "napari-telemetry/1"_ba}},
                   body};
}

} // namespace

QByteArray requestHead(const Request &request)
{
    QByteArray head = request.method + ' ' + request.url.path(QUrl::FullyEncoded).toLatin1() + " HTTP/1.1\r\n"_ba;
    for (const auto &[name, value] : request.headers)
        head += name + ": "_ba + value + "\r\n"_ba;
    return head + "\r\n"_ba;
}

Request eventsRequest(const Endpoints &endpoints, Level level, int dictionaryVersion, const QByteArrayList &events)
{
    return post(level, endpoints.events(level), BatchCodec::encode(dictionaryVersion, events));
}

Request eraseRequest(const Endpoints &endpoints, Level level, const Period &period, const QList<Reporter> &reporters)
{
    QJsonArray list;
    for (const Reporter &reporter : reporters)
        list.append(reporter.toString());
    return post(level, endpoints.erase(level),
                canonicalJson({{u"period"_s, period.toString()}, {u"reporters"_s, list}}));
}

Request publicListRequest(const Endpoints &endpoints, const QByteArray &known)
{
    return Request{Level::Middle,
                   "GET"_ba,
                   endpoints.publicList(),
                   {{"Host"_ba, endpoints.publicList().authority(QUrl::FullyEncoded).toLatin1()},
                    {"Connection"_ba, "close"_ba},
                    {"Accept"_ba, "application/json"_ba},
                    {"Accept-Encoding"_ba, "identity"_ba},
                    {"Accept-Language"_ba, "*"_ba},
                    {"User-Agent"_ba, "napari-telemetry/1"_ba},
                    {"If-None-Match"_ba, contentTag(known)}},
                   {}};
}

} // namespace Telemetry
