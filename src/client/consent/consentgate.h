#pragma once

#include "client/consent/erasegrant.h"
#include "client/consent/grant.h"
#include "client/consent/policy.h"

#include <optional>

namespace Telemetry {

/// The only maker of grants.
class ConsentGate
{
public:
    /// A grant for what policy and consent allow; nothing when that is none.
    [[nodiscard]] static std::optional<Grant> grantFor(const EffectiveLevel &effective);
    /// For one erasing. Call it only in answer to the user's click on "erase what I sent".
    [[nodiscard]] static EraseGrant eraseGrantForClick();
    /// For going on, at the start, with the erasing that a click has begun and the end of napari has cut short. Call it
    /// only when ClientFiles::erasing() is there.
    [[nodiscard]] static EraseGrant eraseGrantToResume();
};

} // namespace Telemetry
