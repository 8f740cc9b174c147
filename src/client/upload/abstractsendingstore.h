#pragma once

#include "client/upload/sendingstate.h"
#include "contract/result.h"

namespace Telemetry {

/// Where the states of sending survive a restart. One for each spool, shared by the processes that share it. Worker
/// thread; it may do file input and output.
class AbstractSendingStore
{
public:
    AbstractSendingStore() = default;
    virtual ~AbstractSendingStore();
    Q_DISABLE_COPY_MOVE(AbstractSendingStore)

    /// Empty when nothing was ever tried. What can't be read is an error: then nobody knows when was sent last.
    [[nodiscard]] virtual Result<SendingStates> read() const = 0;
    [[nodiscard]] virtual Result<Done> write(const SendingStates &states) = 0;
};

} // namespace Telemetry
