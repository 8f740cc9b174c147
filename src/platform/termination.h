#pragma once

#include <QtGlobal>

#include <chrono>

namespace Telemetry {

/// How a program without an event loop is told to end: SIGTERM, or SIGINT from a terminal. Made in the main thread
/// before there is any other, so that no thread is ended by a signal. A peer that goes away is no reason to end
/// (SIGPIPE). One in a process.
class Termination
{
public:
    Termination();
    Q_DISABLE_COPY_MOVE(Termination)

    /// Returns when the program is to end. One that came before the call counts.
    void wait() const;
    /// The same for this long; whether the program is to end. Main thread.
    [[nodiscard]] bool wait(std::chrono::microseconds time) const;
};

} // namespace Telemetry
