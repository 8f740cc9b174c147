#include "host/collector/eraserequest.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/collector/jsonrules.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<EraseRequest> decodeEraseRequest(const QByteArray &body)
{
    const auto object = parseJsonObject(body, Limits::requestBytes);
    if (!object)
        return object.error();
    if (const auto problem = refusalOfJson(body))
        return Error{Error::Code::Invalid, *problem};
    const auto period = Period::fromString(object.value()["period"_L1].toString());
    if (!period)
        return Error{Error::Code::Invalid, u"\"period\" is neither an ISO 8601 week nor a month"_s};
    const QJsonArray list = object.value()["reporters"_L1].toArray();
    if (list.isEmpty() || object.value().size() != 2)
        return Error{Error::Code::Invalid, u"an erase request has exactly period and reporters"_s};
    if (list.size() > Limits::eraseReporters)
        return Error{Error::Code::TooLarge, u"%1 reporters, %2 are allowed"_s.arg(
                                                QString::number(list.size()), QString::number(Limits::eraseReporters))};
    EraseRequest request{*period, {}};
    for (const QJsonValue &entry : list) {
        const auto reporter = Reporter::fromString(entry.toString());
        if (!reporter)
            return Error{Error::Code::Invalid, u"a reporter is not 32 hexadecimal digits"_s};
        request.reporters.append(*reporter);
    }
    return request;
}

} // namespace Telemetry
