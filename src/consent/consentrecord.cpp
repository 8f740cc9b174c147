#include "consent/consentrecord.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schemaVersion = 1;

/// Exactly the form that we write: UTC, to the second.
std::optional<QDateTime> momentFrom(const QJsonValue &value)
{
    const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() != Qt::UTC)
        return std::nullopt;
    return moment;
}

} // namespace

QByteArray consentRecordToJson(const ConsentRecord &record)
{
    QJsonObject object{{u"schema"_s, schemaVersion},
                       {u"level"_s, levelName(record.level)},
                       {u"dictionary"_s, record.dictionary},
                       {u"text_sha256"_s, QString::fromLatin1(record.textHash)},
                       {u"answered"_s, record.answered.toUTC().toString(Qt::ISODate)}};
    if (record.expires)
        object[u"expires"_s] = record.expires->toUTC().toString(Qt::ISODate);
    return QJsonDocument(object).toJson(QJsonDocument::Indented); // people read this file
}

Result<ConsentRecord> consentRecordFromJson(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt() != schemaVersion)
        return Error{Error::Code::Unsupported, u"unknown schema"_s};
    static const QSet<QString> known{u"schema"_s,      u"level"_s,    u"dictionary"_s,
                                     u"text_sha256"_s, u"answered"_s, u"expires"_s};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return Error{Error::Code::Unsupported, u"unknown field"_s};
    }
    const auto level = levelFromName(object["level"_L1].toString());
    const auto answered = momentFrom(object["answered"_L1]);
    const int dictionary = object["dictionary"_L1].toInt();
    if (!level || !answered || dictionary < 1)
        return Error{Error::Code::Invalid, u"level, dictionary or answered is missing"_s};
    ConsentRecord record{*level, dictionary, object["text_sha256"_L1].toString().toLatin1(), *answered, std::nullopt};
    if (object.contains("expires"_L1)) {
        record.expires = momentFrom(object["expires"_L1]);
        if (!record.expires)
            return Error{Error::Code::Invalid, u"expires is not a time"_s};
    }
    return record;
}

} // namespace Telemetry
