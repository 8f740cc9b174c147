#include "client/preview/eventdetails.h"

namespace Telemetry {

QString requestText(const Request &request)
{
    return QString::fromUtf8(requestHead(request).replace("\r\n", "\n") + request.body);
}

} // namespace Telemetry
