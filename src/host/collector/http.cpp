#include "host/collector/http.h"

#include "contract/canonicaljson.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

HttpResponse errorResponse(int status, const QString &message)
{
    return HttpResponse{status, "application/json"_ba, canonicalJson({{u"error"_s, message}}), {}};
}

} // namespace Telemetry
