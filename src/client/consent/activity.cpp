#include "client/consent/activity.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr std::array eraseWords{"idle"_L1, "running"_L1, "done"_L1, "failed"_L1};

bool isCount(const QJsonValue &value)
{
    return value.isDouble() && value.toInt(-1) >= 0;
}

} // namespace

QByteArray activityToJson(const Activity &activity)
{
    return canonicalJson(
        {{u"pending"_s, activity.pending},
         {u"sent"_s, activity.sent},
         {u"unreachable"_s, activity.unreachable},
         {u"problem"_s, activity.problem},
         {u"erase"_s, eraseWords.at(static_cast<size_t>(activity.erase))},
         {u"erase_detail"_s, activity.eraseDetail},
         {u"waiting"_s, activity.waiting},
         {u"on_network"_s, activity.onNetwork},
         {u"next_try"_s, activity.nextTry.isValid() ? activity.nextTry.toString(Qt::ISODate) : u""_s}});
}

Result<Activity> activityFromJson(const QByteArray &json)
{
    const auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    const auto word = std::find(eraseWords.begin(), eraseWords.end(), object["erase"_L1].toString());
    if (!isCount(object["pending"_L1]) || !isCount(object["sent"_L1]) || !isCount(object["waiting"_L1])
        || !object["unreachable"_L1].isBool() || !object["problem"_L1].isString() || word == eraseWords.end()
        || !object["erase_detail"_L1].isString() || !object["on_network"_L1].isBool()
        || !object["next_try"_L1].isString())
        return Error{Error::Code::Invalid, u"it is not an activity"_s};
    const QString next = object["next_try"_L1].toString();
    const QDateTime nextTry = QDateTime::fromString(next, Qt::ISODate);
    if (nextTry.isValid() == next.isEmpty() || (nextTry.isValid() && nextTry.timeSpec() != Qt::UTC))
        return Error{Error::Code::Invalid, u"it does not have a moment of the next try"_s};
    return Activity{object["pending"_L1].toInt(),
                    object["sent"_L1].toInt(),
                    object["unreachable"_L1].toBool(),
                    object["problem"_L1].toString(),
                    static_cast<Activity::Erase>(word - eraseWords.begin()),
                    object["erase_detail"_L1].toString(),
                    object["on_network"_L1].toBool(),
                    object["waiting"_L1].toInt(),
                    nextTry};
}

} // namespace Telemetry
