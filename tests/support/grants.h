#pragma once

#include "client/consent/erasegrant.h"
#include "client/consent/grant.h"

namespace Telemetry {

/// Stands in for the consent step, which alone can make grants. Only in tests that don't link that step.
class ConsentGate
{
public:
    [[nodiscard]] static Grant forTest(Level level, const QDateTime &agreed = {}, const QList<Grant::Step> &steps = {},
                                       bool sharedHome = false)
    {
        return Grant(level, agreed, steps, sharedHome);
    }
    [[nodiscard]] static EraseGrant eraseForTest() { return {}; }
};

} // namespace Telemetry
