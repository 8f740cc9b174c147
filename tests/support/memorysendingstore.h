#pragma once

#include "client/upload/abstractsendingstore.h"

namespace TestSupport {

/// Keeps the states in memory.
class MemorySendingStore final : public Telemetry::AbstractSendingStore
{
public:
    Telemetry::Result<Telemetry::SendingStates> read() const override
    {
        if (failing)
            return failure();
        return states;
    }
    Telemetry::Result<Telemetry::Done> write(const Telemetry::SendingStates &written) override
    {
        if (failing || full)
            return failure();
        states = written;
        ++writes;
        return Telemetry::Done{};
    }

    Telemetry::SendingStates states;
    int writes = 0;
    bool failing = false;
    bool full = false;

private:
    static Telemetry::Error failure() { return {Telemetry::Error::Code::Io, QStringLiteral("the disk is full")}; }
};

} // namespace TestSupport
