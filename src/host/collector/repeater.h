#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Telemetry {

/// Calls a function again and again, on a thread of its own, with a pause before each call, until it is destroyed.
class Repeater
{
public:
    Repeater(std::chrono::milliseconds pause, std::function<void()> call);
    /// Waits for a call that runs.
    ~Repeater();
    Q_DISABLE_COPY_MOVE(Repeater)

private:
    void run(std::chrono::milliseconds pause, const std::function<void()> &call);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace Telemetry
