#include "contract/canonicaljson.h"

#include "contract/limits.h"

#include <QJsonDocument>
#include <QJsonParseError>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Nesting depth, without parsing: brackets inside strings do not count.
bool deeperThan(const QByteArray &bytes, int limit)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

QByteArray canonicalJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // QJsonObject keeps its keys sorted
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, qsizetype maximumBytes)
{
    if (bytes.size() > maximumBytes)
        return Error{Error::Code::TooLarge,
                     u"%1 bytes, %2 are allowed"_s.arg(QString::number(bytes.size()), QString::number(maximumBytes))};
    if (deeperThan(bytes, Limits::jsonDepth))
        return Error{Error::Code::Invalid, u"nested deeper than %1"_s.arg(Limits::jsonDepth)};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{Error::Code::Invalid,
                     u"%1 at byte %2"_s.arg(problem.errorString(), QString::number(problem.offset))};
    if (!document.isObject())
        return Error{Error::Code::Invalid, u"not a JSON object"_s};
    return document.object();
}

} // namespace Telemetry
