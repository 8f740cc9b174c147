#include "host/aggregate/celltexts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString jsonOfTexts(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

namespace {

/// Of a list without anything that JSON has to escape, as nearly all are: there may be hundreds of thousands.
std::optional<QStringList> textsOfPlain(QStringView json)
{
    if (json.size() < 4 || !json.startsWith(u"[\""_s) || !json.endsWith(u"\"]"_s) || json.contains(u'\\'))
        return std::nullopt;
    QStringList texts;
    for (const QStringView text : json.sliced(2, json.size() - 4).split(u"\",\""_s)) {
        if (text.contains(u'"') || std::any_of(text.begin(), text.end(), [](QChar c) { return c < u' '; }))
            return std::nullopt;
        texts.append(text.toString());
    }
    return texts;
}

} // namespace

QStringList textsOfJson(const QString &json)
{
    if (const auto texts = textsOfPlain(json))
        return *texts;
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(json.toUtf8()).array())
        texts.append(text.toString());
    return texts;
}

} // namespace Telemetry
