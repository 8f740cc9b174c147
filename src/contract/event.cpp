#include "contract/event.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray eventBytes(const Event &event)
{
    QJsonObject object{{u"topic"_s, event.topic},
                       {u"period"_s, event.period.toString()},
                       {u"reporter"_s, event.reporter.toString()},
                       {u"value"_s, event.value}};
    if (event.firstIn)
        object[firstInField] = firstInName(*event.firstIn);
    return canonicalJson(object);
}

std::optional<QString> refusalOf(const TopicDefinition &topic, const Event &event)
{
    if (event.period.isMonth() != topic.isMonthly)
        return topic.isMonthly ? u"\"period\" is not a month"_s : u"\"period\" is not a week"_s;
    return refusalOf(topic, event.value, event.firstIn);
}

std::optional<QString> refusalOf(const TopicDefinition &topic, const QJsonObject &value, std::optional<FirstIn> firstIn)
{
    if (firstIn.has_value() != topic.firstIn.has_value())
        return topic.firstIn ? u"\"first_in\" is missing"_s : u"\"first_in\" is not a field of this topic"_s;
    if (firstIn > topic.firstIn)
        return u"\"first_in\" is longer than the topic allows"_s;
    return topic.schema.validate(value);
}

Result<Event> eventFromJson(const QJsonObject &object)
{
    const auto period = Period::fromString(object["period"_L1].toString());
    if (!period)
        return Error{Error::Code::Invalid, u"\"period\" is neither an ISO 8601 week nor a month"_s};
    const auto reporter = Reporter::fromString(object["reporter"_L1].toString());
    if (!reporter)
        return Error{Error::Code::Invalid, u"\"reporter\" is not 32 hexadecimal digits"_s};
    if (!object["topic"_L1].isString() || !object["value"_L1].isObject())
        return Error{Error::Code::Invalid, u"\"topic\" or \"value\" is missing"_s};
    const bool hasFirstIn = object.contains(firstInField);
    const auto firstIn = firstInFromName(object[firstInField].toString());
    if (hasFirstIn && !firstIn)
        return Error{Error::Code::Invalid, u"\"first_in\" is no period"_s};
    if (object.size() != (hasFirstIn ? 5 : 4))
        return Error{Error::Code::Invalid,
                     u"an event has exactly topic, period, reporter and value, and some have first_in"_s};
    return Event{object["topic"_L1].toString(), *period, *reporter, object["value"_L1].toObject(), firstIn};
}

Result<Event> eventFromBytes(const QByteArray &bytes)
{
    auto object = parseJsonObject(bytes, Limits::eventBytes);
    if (!object)
        return object.error();
    return eventFromJson(object.value());
}

} // namespace Telemetry
