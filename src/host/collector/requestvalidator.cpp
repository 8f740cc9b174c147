#include "host/collector/requestvalidator.h"

#include "contract/limits.h"
#include "contract/reporter.h"
#include "host/collector/jsonrules.h"

#include <QHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct Reason
{
    RefusalClass reasonClass;
    QString text;
};

std::optional<Reason> refuse(const Event &event, const TopicDefinition *topic, Level level,
                             const PublicStrings &publicStrings)
{
    if (!topic)
        return Reason{RefusalClass::UnknownTopic, u"unknown topic"_s};
    if (topic->level != level)
        return Reason{RefusalClass::OtherLevel, u"the topic belongs to another level"_s};
    if (const auto problem = refusalOf(*topic, event))
        return Reason{RefusalClass::OffSchema, *problem};
    if (!publicStrings.allows(*topic, event.value))
        return Reason{RefusalClass::NotPublic, u"a name is not on the public list"_s};
    return std::nullopt;
}

/// Judged by the clock, and so last: what is refused for its period is sound in all else.
std::optional<Reason> refusePeriod(const Period &period, const QDateTime &now)
{
    if (now >= period.closesAt())
        return Reason{RefusalClass::PeriodClosed,
                      period.isMonth() ? u"the month is closed"_s : u"the week is closed"_s};
    if (period.firstWeek() > Week::of(now.addDays(Limits::weekAheadDays)))
        return Reason{RefusalClass::PeriodAhead,
                      period.isMonth() ? u"the month has not begun"_s : u"the week has not begun"_s};
    return std::nullopt;
}

/// Counts the events of each fact and period that one request has.
class Facts
{
public:
    [[nodiscard]] std::optional<Reason> refuseMore(const Event &event, const TopicDefinition &topic)
    {
        const QByteArray fact = topic.topic.toUtf8() + '\0'
                                + QByteArray::number(event.period.firstWeek().monday().toJulianDay()) + '\0'
                                + distinctPart(topic, event.value);
        if (++m_counts[fact] > Limits::requestEventsOfOneFact)
            return Reason{RefusalClass::Stuffed, u"more than two events of one fact"_s};
        return std::nullopt;
    }

private:
    QHash<QByteArray, int> m_counts;
};

} // namespace

Result<ValidatedBatch> RequestValidator::validate(Level level, const QByteArray &body, const QDateTime &now) const
{
    const auto batch = BatchCodec::decode(body);
    if (!batch)
        return batch.error();
    if (const auto problem = refusalOfJson(body))
        return Error{Error::Code::Invalid, *problem};
    ValidatedBatch validated;
    Facts facts;
    int index = 0;
    for (const QJsonValue &entry : batch.value().events) {
        const auto event = eventFromJson(entry.toObject());
        const TopicDefinition *topic = event ? m_dictionary.topic(event.value().topic) : nullptr;
        auto reason = event ? refuse(event.value(), topic, level, m_publicStrings)
                            : Reason{RefusalClass::Malformed, event.error().detail};
        if (!reason) {
            const Period &period = event.value().period;
            if (!validated.newest || validated.newest->firstWeek() < period.firstWeek())
                validated.newest = period;
            reason = refusePeriod(period, now);
            if (reason) {
                auto &refused = reason->reasonClass == RefusalClass::PeriodClosed ? validated.closed : validated.ahead;
                refused = std::max(refused, std::optional(period));
            } else {
                reason = facts.refuseMore(event.value(), *topic);
            }
        }
        if (reason) {
            validated.refused.append({index, reason->text});
            validated.classes.append(reason->reasonClass);
        } else {
            validated.accepted.append(event.value());
            validated.places.append(index);
        }
        ++index;
    }
    return validated;
}

} // namespace Telemetry
