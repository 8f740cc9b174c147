#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace TestSupport {

/// As QSemaphore. Its order is seen by ThreadSanitizer, which can't look into Debian's Qt.
class Semaphore
{
public:
    void release(int number = 1)
    {
        const std::lock_guard guard(m_mutex);
        m_available += number;
        m_released.notify_all();
    }
    void acquire()
    {
        std::unique_lock lock(m_mutex);
        m_released.wait(lock, [this] { return m_available > 0; });
        --m_available;
    }
    [[nodiscard]] bool tryAcquire(int number, int timeoutMs)
    {
        std::unique_lock lock(m_mutex);
        const auto deadline = std::chrono::system_clock::now() + std::chrono::milliseconds(timeoutMs);
        if (!m_released.wait_until(lock, deadline, [&] { return m_available >= number; }))
            return false;
        m_available -= number;
        return true;
    }
    [[nodiscard]] int available() const
    {
        const std::lock_guard guard(m_mutex);
        return m_available;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    int m_available = 0;
};

} // namespace TestSupport
