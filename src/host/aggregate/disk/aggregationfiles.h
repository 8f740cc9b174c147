#pragma once

#include "host/aggregate/abstractaggregationfiles.h"
#include "host/aggregate/aggregateoptions.h"
#include "platform/disk/filelock.h"

namespace Telemetry {

/// The files that the command line names. The options must outlive it.
class AggregationFiles final : public AbstractAggregationFiles
{
public:
    explicit AggregationFiles(const AggregateOptions &options);

    [[nodiscard]] Result<Done> lock() override;
    [[nodiscard]] Result<std::unique_ptr<AbstractReleaseStore>> openReleases() override;
    [[nodiscard]] Result<std::unique_ptr<AbstractRawReader>> openRawEvents() override;
    [[nodiscard]] Result<QByteArray> copyOfReleases() override;
    [[nodiscard]] Result<QStringList> publishedPeriods() override;
    [[nodiscard]] Result<bool> publish(const PublicFiles &files) override;

private:
    const AggregateOptions &m_options;
    const QString m_lockName;
    FileLock m_lock;
};

} // namespace Telemetry
