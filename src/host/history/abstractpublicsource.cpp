#include "host/history/abstractpublicsource.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

AbstractPublicSource::~AbstractPublicSource() = default;

bool isWebAddress(const QString &place)
{
    return place.startsWith(u"https://"_s, Qt::CaseInsensitive) || place.startsWith(u"http://"_s, Qt::CaseInsensitive);
}

} // namespace Telemetry
