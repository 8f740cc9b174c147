#include "host/aggregate/celltexts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Telemetry {

QString jsonOfTexts(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList textsOfJson(const QString &json)
{
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(json.toUtf8()).array())
        texts.append(text.toString());
    return texts;
}

} // namespace Telemetry
