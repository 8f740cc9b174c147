#include "host/history/releasedperiods.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/period.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto folder = u"periods/"_s;

} // namespace

Result<QStringList> releasedPeriods(const QByteArray &index)
{
    const auto object = parseJsonObject(index, Limits::publicIndexBytes);
    if (!object)
        return object.error();
    QStringList periods;
    for (const QString &list : {u"weeks"_s, u"months"_s, u"releases"_s}) {
        const QJsonValue value = object.value()[list];
        if (!value.isArray())
            return Error{Error::Code::Invalid, u"it has no list \"%1\""_s.arg(list)};
        for (const QJsonValue &entry : value.toArray()) {
            const QString period = entry.isObject() ? entry[u"period"_s].toString() : entry.toString();
            if (!Period::fromString(period))
                return Error{Error::Code::Invalid, u"\"%1\" has something that is no week or month"_s.arg(list)};
            periods.append(period);
        }
    }
    periods.removeDuplicates();
    periods.sort();
    return periods;
}

QString periodFile(const QString &period)
{
    return folder + period + u".json"_s;
}

bool isPeriodFile(const QString &path)
{
    return path.startsWith(folder);
}

} // namespace Telemetry
