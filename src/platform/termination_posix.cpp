#include "platform/termination.h"

#include <csignal>

namespace Telemetry {

namespace {

sigset_t endings()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

Termination::Termination()
{
    const sigset_t signals = endings();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // threads inherit it
    std::signal(SIGPIPE, SIG_IGN);
}

void Termination::wait() const
{
    const sigset_t signals = endings();
    int received = 0;
    while (sigwait(&signals, &received) != 0) { }
}

} // namespace Telemetry
