#include "host/collector/openapi.h"

#include "contract/canonicaljson.h"
#include "contract/endpoints.h"
#include "contract/limits.h"
#include "host/collector/openapischemas.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// "post_erase": the method and the last part of the path.
QString operationId(const QString &method, const QByteArray &path)
{
    QString name = QString::fromLatin1(path.mid(path.lastIndexOf('/') + 1));
    return method.toLower() + u'_' + name.replace(u'-', u'_').replace(u'.', u'_');
}

QJsonObject json(const QJsonObject &schema)
{
    return {{u"application/json"_s, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject header(const QString &description, const QJsonObject &schema)
{
    return {{u"description"_s, description}, {u"required"_s, true}, {u"schema"_s, schema}};
}

QJsonObject refusal(const QString &description)
{
    return {{u"description"_s, description}, {u"content"_s, json(schemaNamed(u"Error"_s))}};
}

/// What can be wrong with any request.
QJsonObject refusals()
{
    return {{u"400"_s, refusal(u"It is no HTTP, or two readers could take it for two things"_s)},
            {u"404"_s, refusal(u"There is no such page; none has a query"_s)},
            {u"413"_s, refusal(u"The body has more than %1 bytes"_s.arg(Limits::requestBytes))},
            {u"431"_s, refusal(u"The header has more than %1 bytes"_s.arg(Limits::requestHeaderBytes))}};
}

/// A HEAD's answers have the headers of the others and no body.
QJsonObject withoutContent(QJsonObject responses)
{
    for (auto it = responses.begin(); it != responses.end(); ++it) {
        QJsonObject response = it.value().toObject();
        response.remove(u"content"_s);
        it.value() = response;
    }
    return responses;
}

QJsonObject documentItem(const Route &route)
{
    const QJsonObject tag{{u"ETag"_s, header(u"The tag of the document"_s,
                                             {{u"type"_s, u"string"_s}, {u"pattern"_s, u"^\"[0-9a-f]+\"$"_s}})}};
    const QJsonObject known{{u"name"_s, u"If-None-Match"_s},
                            {u"in"_s, u"header"_s},
                            {u"description"_s, u"The tag of what is known already"_s},
                            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    QJsonObject item;
    for (const QString &method : {u"get"_s, u"head"_s}) {
        const QString id = operationId(method, route.path);
        const QJsonObject again{{u"operationId"_s, id},
                                {u"description"_s, u"Whether it has changed"_s},
                                {u"parameters"_s, QJsonObject{{u"If-None-Match"_s, u"$response.header.ETag"_s}}}};
        QJsonObject responses = refusals();
        responses[u"200"_s] = QJsonObject{{u"description"_s, u"The document"_s},
                                          {u"headers"_s, tag},
                                          {u"content"_s, json({{u"type"_s, u"object"_s}})},
                                          {u"links"_s, QJsonObject{{u"again"_s, again}}}};
        responses[u"304"_s] = QJsonObject{{u"description"_s, u"It is known already"_s}, {u"headers"_s, tag}};
        item[method] = QJsonObject{{u"operationId"_s, id},
                                   {u"summary"_s, route.summary},
                                   {u"parameters"_s, QJsonArray{known}},
                                   {u"responses"_s, method == "head"_L1 ? withoutContent(responses) : responses}};
    }
    return item;
}

QJsonObject levelParameter()
{
    QJsonArray names;
    for (const Level level : sendingLevels())
        names.append(levelName(level));
    return {{u"name"_s, u"level"_s},
            {u"in"_s, u"path"_s},
            {u"required"_s, true},
            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"enum"_s, names}}}};
}

QJsonObject postItem(const Route &route, const QString &body, QJsonObject accepted)
{
    QJsonObject busy = refusal(u"Nothing was taken: it is busy, or its clock is in doubt"_s);
    busy[u"headers"_s] =
        QJsonObject{{u"Retry-After"_s, header(u"Seconds"_s, {{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}})}};
    const QString id = operationId(u"post"_s, route.path);
    const QJsonObject again{{u"operationId"_s, id},
                            {u"description"_s, u"The same again, when the answer was lost: it changes nothing"_s},
                            {u"parameters"_s, QJsonObject{{u"level"_s, u"$request.path.level"_s}}},
                            {u"requestBody"_s, u"$request.body"_s}};
    accepted[u"links"_s] = QJsonObject{{u"again"_s, again}};
    QJsonObject responses = refusals();
    responses[u"202"_s] = accepted;
    responses[u"415"_s] = refusal(u"It is not application/json, or it is compressed"_s);
    responses[u"421"_s] = refusal(u"The host stands for another level than the path"_s);
    responses[u"503"_s] = busy;
    return {{u"parameters"_s, QJsonArray{levelParameter()}},
            {u"post"_s, QJsonObject{{u"operationId"_s, id},
                                    {u"summary"_s, route.summary},
                                    {u"requestBody"_s,
                                     QJsonObject{{u"required"_s, true}, {u"content"_s, json(schemaNamed(body))}}},
                                    {u"responses"_s, responses}}}};
}

QJsonObject eventsItem(const Route &route)
{
    return postItem(route, u"Batch"_s,
                    {{u"description"_s, u"All but the refused events are on the disk"_s},
                     {u"content"_s, json(schemaNamed(u"Refused"_s))}});
}

QJsonObject eraseItem(const Route &route)
{
    return postItem(route, u"EraseRequest"_s,
                    {{u"description"_s, u"They are gone; it is the same when there were none"_s},
                     {u"content"_s, json(closedSchema({}))}});
}

/// Each level's host; a collector at another address has all of them.
QJsonArray servers()
{
    QJsonArray list;
    for (const Level level : sendingLevels())
        list.append(QJsonObject{{u"url"_s, Endpoints().events(level).toString(QUrl::RemovePath)}});
    return list;
}

} // namespace

QByteArray openApi(const QList<Route> &routes, const DataDictionary &dictionary)
{
    QJsonObject paths;
    for (const Route &route : routes) {
        const QString path = QString::fromLatin1(route.path).replace(u":level"_s, u"{level}"_s);
        switch (route.kind) {
        case Route::Kind::Undescribed:
            break;
        case Route::Kind::Document:
            paths[path] = documentItem(route);
            break;
        case Route::Kind::Events:
            paths[path] = eventsItem(route);
            break;
        case Route::Kind::Erase:
            paths[path] = eraseItem(route);
            break;
        }
    }
    return canonicalJson({{u"openapi"_s, u"3.1.0"_s},
                          {u"info"_s, QJsonObject{{u"title"_s, u"napari telemetry: collector"_s},
                                                  {u"version"_s, QStringLiteral(TELEMETRY_VERSION)}}},
                          {u"servers"_s, servers()},
                          {u"paths"_s, paths},
                          {u"components"_s, QJsonObject{{u"schemas"_s, openApiSchemas(dictionary)}}}});
}

} // namespace Telemetry
