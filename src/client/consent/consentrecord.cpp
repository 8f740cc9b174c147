#include "client/consent/consentrecord.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schemaVersion = 1;
/// The word for a pause without an end.
constexpr auto untilResumed = "until-resumed"_L1;

/// Exactly the form that we write: UTC, to the second.
std::optional<QDateTime> momentFrom(const QJsonValue &value)
{
    const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() != Qt::UTC)
        return std::nullopt;
    return moment;
}

QString textOf(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODate);
}

bool onlyKnown(const QJsonObject &object, const QSet<QString> &known)
{
    const QStringList keys = object.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return known.contains(key); });
}

const QSet<QString> &answerFields()
{
    static const QSet<QString> fields{u"level"_s, u"dictionary"_s, u"text_sha256"_s, u"answered"_s, u"expires"_s};
    return fields;
}

QJsonObject answerToJson(const Answer &answer)
{
    QJsonObject object{{u"level"_s, levelName(answer.level)},
                       {u"dictionary"_s, answer.dictionary},
                       {u"text_sha256"_s, QString::fromLatin1(answer.textHash)},
                       {u"answered"_s, textOf(answer.answered)}};
    if (answer.expires)
        object[u"expires"_s] = textOf(*answer.expires);
    return object;
}

Result<Answer> answerFromJson(const QJsonObject &object)
{
    const auto level = levelFromName(object["level"_L1].toString());
    const auto answered = momentFrom(object["answered"_L1]);
    const int dictionary = object["dictionary"_L1].toInt();
    if (!level || !answered || dictionary < 1)
        return Error{Error::Code::Invalid, u"level, dictionary or answered is missing"_s};
    Answer answer{*level, dictionary, object["text_sha256"_L1].toString().toLatin1(), *answered, std::nullopt};
    if (object.contains("expires"_L1)) {
        answer.expires = momentFrom(object["expires"_L1]);
        if (!answer.expires)
            return Error{Error::Code::Invalid, u"expires is not a time"_s};
    }
    return answer;
}

Result<QList<Answer>> earlierFromJson(const QJsonValue &value)
{
    QList<Answer> earlier;
    if (value.isUndefined())
        return earlier;
    if (!value.isArray() || value.toArray().size() > Limits::rememberedAnswers)
        return Error{Error::Code::Invalid, u"earlier is not a list of answers"_s};
    for (const QJsonValue &entry : value.toArray()) {
        auto answer = answerFromJson(entry.toObject());
        if (!answer || !onlyKnown(entry.toObject(), answerFields()))
            return Error{Error::Code::Invalid, u"an earlier answer can't be read"_s};
        earlier.append(std::move(answer).value());
    }
    return earlier;
}

Result<std::optional<Pause>> pauseFromJson(const QJsonValue &value)
{
    if (value.isUndefined())
        return std::optional<Pause>();
    if (value.toString() == untilResumed)
        return std::optional<Pause>(Pause{});
    const auto until = momentFrom(value);
    if (!until)
        return Error{Error::Code::Invalid, u"paused is not a time"_s};
    return std::optional<Pause>(Pause{until});
}

} // namespace

ConsentRecord answeredAgain(const std::optional<ConsentRecord> &before, const Answer &answer)
{
    ConsentRecord record{answer, {}, std::nullopt};
    if (before) {
        record.earlier = before->earlier;
        record.earlier.append(before->answer);
        if (record.earlier.size() > Limits::rememberedAnswers)
            record.earlier.remove(0, record.earlier.size() - Limits::rememberedAnswers);
    }
    return record;
}

QList<Answer> unbrokenAnswers(const ConsentRecord &record)
{
    QList<Answer> unbroken;
    for (const Answer &answer : record.earlier + QList<Answer>{record.answer}) {
        if (!unbroken.isEmpty() && unbroken.last().expires && *unbroken.last().expires <= answer.answered)
            unbroken.clear();
        if (answer.level == Level::None)
            unbroken.clear();
        else
            unbroken.append(answer);
    }
    return unbroken;
}

QByteArray consentRecordToJson(const ConsentRecord &record)
{
    QJsonObject object = answerToJson(record.answer);
    object[u"schema"_s] = schemaVersion;
    QJsonArray earlier;
    for (const Answer &answer : record.earlier)
        earlier.append(answerToJson(answer));
    if (!earlier.isEmpty())
        object[u"earlier"_s] = earlier;
    if (record.pause)
        object[u"paused"_s] = record.pause->until ? textOf(*record.pause->until) : QString(untilResumed);
    return QJsonDocument(object).toJson(QJsonDocument::Indented); // people read this file
}

Result<ConsentRecord> consentRecordFromJson(const QByteArray &json)
{
    const auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt() != schemaVersion)
        return Error{Error::Code::Unsupported, u"unknown schema"_s};
    static const QSet<QString> known = answerFields() + QSet<QString>{u"schema"_s, u"earlier"_s, u"paused"_s};
    if (!onlyKnown(object, known))
        return Error{Error::Code::Unsupported, u"unknown field"_s};
    const auto answer = answerFromJson(object);
    if (!answer)
        return answer.error();
    const auto earlier = earlierFromJson(object["earlier"_L1]);
    if (!earlier)
        return earlier.error();
    const auto pause = pauseFromJson(object["paused"_L1]);
    if (!pause)
        return pause.error();
    return ConsentRecord{answer.value(), earlier.value(), pause.value()};
}

QByteArray userChoiceToJson(const UserChoice &choice)
{
    return QJsonDocument(QJsonObject{{u"schema"_s, schemaVersion}, {u"never_ask"_s, choice.neverAsk}})
        .toJson(QJsonDocument::Indented);
}

Result<UserChoice> userChoiceFromJson(const QByteArray &json)
{
    const auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt() != schemaVersion || !onlyKnown(object, {u"schema"_s, u"never_ask"_s}))
        return Error{Error::Code::Unsupported, u"unknown schema or setting"_s};
    if (!object["never_ask"_L1].isBool())
        return Error{Error::Code::Invalid, u"never_ask is not true or false"_s};
    return UserChoice{object["never_ask"_L1].toBool()};
}

} // namespace Telemetry
