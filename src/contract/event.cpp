#include "contract/event.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray eventBytes(const Event &event)
{
    return canonicalJson({{u"topic"_s, event.topic},
                          {u"week"_s, event.week.toString()},
                          {u"reporter"_s, event.reporter.toString()},
                          {u"value"_s, event.value}});
}

Result<Event> eventFromJson(const QJsonObject &object)
{
    const auto week = Week::fromString(object["week"_L1].toString());
    if (!week)
        return Error{Error::Code::Invalid, u"\"week\" is not an ISO 8601 week"_s};
    const auto reporter = Reporter::fromString(object["reporter"_L1].toString());
    if (!reporter)
        return Error{Error::Code::Invalid, u"\"reporter\" is not 32 hexadecimal digits"_s};
    if (!object["topic"_L1].isString() || !object["value"_L1].isObject())
        return Error{Error::Code::Invalid, u"\"topic\" or \"value\" is missing"_s};
    if (object.size() != 4)
        return Error{Error::Code::Invalid, u"an event has exactly topic, week, reporter and value"_s};
    return Event{object["topic"_L1].toString(), *week, *reporter, object["value"_L1].toObject()};
}

Result<Event> eventFromBytes(const QByteArray &bytes)
{
    auto object = parseJsonObject(bytes, Limits::eventBytes);
    if (!object)
        return object.error();
    return eventFromJson(object.value());
}

} // namespace Telemetry
