#include "host/raw/aggregationstate.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/moment.h"

#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qint64 most = 1'000'000;

/// A whole number from 0 to `most`; nothing for anything else.
std::optional<qint64> countOf(const QJsonObject &object, const QString &key)
{
    const double number = object[key].toDouble(-1);
    if (number < 0 || number > double(most) || number != double(qint64(number)))
        return std::nullopt;
    return qint64(number);
}

} // namespace

Result<AggregationState> parseAggregationState(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes, Limits::aggregationStateBytes);
    if (!object)
        return object.error();
    const auto ran = momentFrom(object.value()[u"ran"_s].toString());
    const auto missed = countOf(object.value(), u"missed"_s);
    const auto broken = countOf(object.value(), u"broken"_s);
    const auto waiting = countOf(object.value(), u"waiting"_s);
    if (!ran || !missed || !broken || !waiting || object.value().size() != 4)
        return Error{Error::Code::Invalid, u"this is not what a run has found"_s};
    return AggregationState{ran->toUTC(), *missed, *broken, *waiting};
}

QByteArray aggregationStateBytes(const AggregationState &state)
{
    return canonicalJson({{u"ran"_s, state.ran.toUTC().toString(Qt::ISODate)},
                          {u"missed"_s, state.missed},
                          {u"broken"_s, state.broken},
                          {u"waiting"_s, state.waiting}});
}

} // namespace Telemetry
