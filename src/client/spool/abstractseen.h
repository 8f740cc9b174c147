#pragma once

#include "client/spool/seen.h"
#include "contract/result.h"

#include <functional>

namespace Telemetry {

/// Where Seen is kept, for all environments and processes of the user. Worker thread.
class AbstractSeen
{
public:
    AbstractSeen() = default;
    virtual ~AbstractSeen();
    Q_DISABLE_COPY_MOVE(AbstractSeen)

    /// The name that this computer has in it.
    [[nodiscard]] virtual Result<QString> computer() = 0;
    [[nodiscard]] virtual Result<Seen> read() = 0;
    /// Changes it while no other process does; has kept it when this returns.
    [[nodiscard]] virtual Result<Done> change(const std::function<void(Seen &seen)> &how) = 0;
};

} // namespace Telemetry
