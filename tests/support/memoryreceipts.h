#pragma once

#include "client/spool/abstractreceipts.h"

/// Receipts in memory, for what erases them.
class MemoryReceipts final : public Telemetry::AbstractReceipts
{
public:
    Telemetry::Result<QList<Telemetry::Receipt>> receipts() const override
    {
        if (failing)
            return failure();
        return left;
    }
    Telemetry::Result<Telemetry::Done> markErased(const QList<Telemetry::Receipt> &erased) override
    {
        if (failingMarks)
            return failure();
        for (const auto &one : erased)
            left.removeOne(one);
        marked += erased;
        return Telemetry::Done{};
    }

    QList<Telemetry::Receipt> left; ///< in the order of AbstractReceipts
    QList<Telemetry::Receipt> marked;
    bool failing = false;
    bool failingMarks = false;

private:
    static Telemetry::Error failure() { return {Telemetry::Error::Code::Io, QStringLiteral("the disk is full")}; }
};
