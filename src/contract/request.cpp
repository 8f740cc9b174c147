#include "contract/request.h"

#include "contract/batchcodec.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Request eventsRequest(const Endpoints &endpoints, Level level, int dictionaryVersion, const QByteArrayList &events)
{
    // Every header is set here, so that none tells the language, the compression or the Qt version of the machine.
    return Request{level,
                   "POST"_ba,
                   endpoints.events(level),
                   {{"Content-Type"_ba, "application/json"_ba},
                    {"Accept"_ba, "application/json"_ba},
                    {"Accept-Encoding"_ba, "identity"_ba},
                    {"Accept-Language"_ba, "*"_ba},
                    {"User-Agent"_ba, "napari-telemetry/1"_ba}},
                   BatchCodec::encode(dictionaryVersion, events)};
}

} // namespace Telemetry
