#pragma once

#include "client/spool/abstractseen.h"

/// What a user knows of having been counted, in memory.
class MemorySeen final : public Telemetry::AbstractSeen
{
public:
    Telemetry::Result<QString> computer() override { return name; }
    Telemetry::Result<Telemetry::Seen> read() override
    {
        if (failing)
            return failure();
        return seen;
    }
    Telemetry::Result<Telemetry::Done> change(const std::function<void(Telemetry::Seen &seen)> &how) override
    {
        if (failing)
            return failure();
        how(seen);
        return Telemetry::Done{};
    }

    QString name = QStringLiteral("mine");
    Telemetry::Seen seen;
    bool failing = false;

private:
    static Telemetry::Error failure() { return {Telemetry::Error::Code::Io, QStringLiteral("the disk is full")}; }
};
