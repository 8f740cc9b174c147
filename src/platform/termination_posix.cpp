#include "platform/termination.h"

#include <sys/select.h>

#include <csignal>

namespace Telemetry {

namespace {

constexpr int endings[] = {SIGTERM, SIGINT};
volatile std::sig_atomic_t ended = 0;

/// Lets the signals in for as long as it waits, so that none gets lost between a look and the wait. Other signals may
/// end the wait, too.
void letIn(const timespec *limit)
{
    sigset_t others;
    pthread_sigmask(SIG_BLOCK, nullptr, &others);
    for (const int ending : endings)
        sigdelset(&others, ending);
    pselect(0, nullptr, nullptr, nullptr, limit, &others);
}

} // namespace

Termination::Termination()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int ending : endings) {
        sigaddset(&signals, ending);
        std::signal(ending, [](int) { ended = 1; });
    }
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // threads inherit it
    std::signal(SIGPIPE, SIG_IGN);
}

void Termination::wait() const
{
    while (!ended)
        letIn(nullptr);
}

bool Termination::wait(std::chrono::microseconds time) const
{
    using namespace std::chrono;
    const auto end = steady_clock::now() + time;
    for (auto left = nanoseconds(time); !ended && left > 0ns; left = end - steady_clock::now()) {
        const auto whole = duration_cast<seconds>(left);
        const timespec limit{static_cast<time_t>(whole.count()), static_cast<long>((left - whole).count())};
        letIn(&limit);
    }
    return ended;
}

} // namespace Telemetry
