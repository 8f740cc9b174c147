#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace Telemetry {

/// Whether the threads that do the work still do it: a round goes through all of them and comes back, or does not.
/// One thread, but for what the round calls.
class Heartbeat
{
public:
    /// Sends a round on its way and does not wait. `back` is called at its end, on any thread; it is dropped when one
    /// of them takes no work at the moment.
    using Round = std::function<void(std::function<void()> back)>;

    explicit Heartbeat(Round round);

    /// Whether the last round is back. Begins another one unless it is still on its way.
    [[nodiscard]] bool beat();

private:
    const Round m_round;
    std::shared_ptr<std::atomic<bool>> m_back; ///< of the last round, which shares it until it is back or dropped
};

} // namespace Telemetry
