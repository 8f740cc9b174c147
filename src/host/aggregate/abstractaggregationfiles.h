#pragma once

#include "host/aggregate/abstractreleasestore.h"
#include "host/aggregate/publicfiles.h"
#include "host/raw/abstractrawreader.h"

#include <memory>

namespace Telemetry {

/// The files of one run. Each is opened when it is asked for, so that a run that fails says where. Not thread-safe.
class AbstractAggregationFiles
{
public:
    AbstractAggregationFiles() = default;
    virtual ~AbstractAggregationFiles();
    Q_DISABLE_COPY_MOVE(AbstractAggregationFiles)

    /// Keeps other runs away as long as this object lives. Errors: Busy (another run is going on), Io.
    [[nodiscard]] virtual Result<Done> lock() = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<AbstractReleaseStore>> openReleases() = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<AbstractRawReader>> openRawEvents() = 0;

    /// The bytes of the releases' file. Not while it is open: SQLite loses its locks when its own process closes
    /// another handle of the file.
    [[nodiscard]] virtual Result<QByteArray> copyOfReleases() = 0;
    /// The weeks that are public now.
    [[nodiscard]] virtual Result<QStringList> publishedPeriods() = 0;
    /// True when the public folder was replaced, false when it held these files already.
    [[nodiscard]] virtual Result<bool> publish(const PublicFiles &files) = 0;
};

} // namespace Telemetry
