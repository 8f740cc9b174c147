#include "client/consent/consentgate.h"

namespace Telemetry {

std::optional<Grant> ConsentGate::grantFor(const EffectiveLevel &effective)
{
    if (effective.level == Level::None)
        return std::nullopt;
    return Grant(effective.level, effective.answered, effective.sharedHome);
}

EraseGrant ConsentGate::eraseGrantForClick()
{
    return {};
}

EraseGrant ConsentGate::eraseGrantToResume()
{
    return {};
}

} // namespace Telemetry
