#include "client/consent/consentgate.h"

namespace Telemetry {

std::optional<Grant> ConsentGate::grantFor(const EffectiveLevel &effective)
{
    if (effective.level == Level::None)
        return std::nullopt;
    QList<Grant::Step> steps;
    for (const Answer &answer : effective.unbroken)
        steps.append({answer.level, answer.answered});
    return Grant(effective.level, effective.answered, steps, effective.sharedHome);
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
