#include "platform/disk/policystore.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

PolicyStore policyStore()
{
    return {u"/etc/napari/telemetry-policy.json"_s, nullptr};
}

} // namespace Telemetry
