#include "client/plugins/telemetry/usefunction.h"

#include "client/collect/userecorder.h"

namespace Telemetry {

const std::shared_ptr<UseRecorder> &usesOfProcess()
{
    static const auto uses = std::make_shared<UseRecorder>();
    return uses;
}

int useOfProcess(int number) noexcept
{
    try {
        return static_cast<int>(usesOfProcess()->use(number));
    } catch (...) {
        return static_cast<int>(UseRecorder::Kept::No); // no exception gets into Python
    }
}

} // namespace Telemetry
