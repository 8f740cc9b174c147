#pragma once

#include "host/aggregate/release.h"

#include "contract/result.h"

namespace Telemetry {

/// What was released, for good. Not thread-safe.
class AbstractReleaseStore
{
public:
    AbstractReleaseStore() = default;
    virtual ~AbstractReleaseStore();
    Q_DISABLE_COPY_MOVE(AbstractReleaseStore)

    /// All releases, sorted by the ends of their periods. Errors: Damaged, Io, Invalid.
    [[nodiscard]] virtual Result<QList<Release>> releases() const = 0;
    /// Adds all or none. Errors: Damaged, Io, also when one of the periods is released already.
    [[nodiscard]] virtual Result<Done> add(const QList<Release> &releases) = 0;
};

} // namespace Telemetry
