#include "host/collector/repeater.h"

#include <utility>

namespace Telemetry {

Repeater::Repeater(std::chrono::milliseconds pause, std::function<void()> call)
    : m_thread([this, pause, call = std::move(call)] { run(pause, call); })
{
}

Repeater::~Repeater()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Repeater::run(std::chrono::milliseconds pause, const std::function<void()> &call)
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, pause, [this] { return m_ends; })) {
        lock.unlock();
        call();
        lock.lock();
    }
}

} // namespace Telemetry
