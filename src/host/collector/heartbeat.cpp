#include "host/collector/heartbeat.h"

#include <utility>

namespace Telemetry {

Heartbeat::Heartbeat(Round round)
    : m_round(std::move(round))
    , m_back(std::make_shared<std::atomic<bool>>(true)) // nothing is on its way
{
}

bool Heartbeat::beat()
{
    const bool isBack = *m_back;
    if (isBack || m_back.use_count() == 1) {
        m_back = std::make_shared<std::atomic<bool>>(false);
        m_round([back = m_back] { *back = true; });
    }
    return isBack;
}

} // namespace Telemetry
