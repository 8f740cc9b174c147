#include "host/pages/releasedays.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/version.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

QList<NapariRelease> napariReleases(const QByteArray &publicList)
{
    const auto list = parseJsonObject(publicList, Limits::publicListBytes);
    if (!list)
        return {};
    const QJsonObject days = list.value()["released"_L1]["napari"_L1].toObject();
    QList<NapariRelease> releases;
    for (auto it = days.begin(); it != days.end(); ++it) {
        const QDate day = QDate::fromString(it.value().toString(), Qt::ISODate);
        if (isStableRelease(it.key()) && day.isValid())
            releases.append({it.key(), day});
    }
    std::sort(releases.begin(), releases.end(), [](const NapariRelease &a, const NapariRelease &b) {
        return a.day != b.day ? a.day < b.day : compareVersions(a.version, b.version) < 0;
    });
    return releases;
}

} // namespace Telemetry
