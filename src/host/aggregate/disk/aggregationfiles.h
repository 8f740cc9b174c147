#pragma once

#include "host/aggregate/abstractaggregationfiles.h"
#include "host/aggregate/aggregateoptions.h"
#include "platform/disk/filelock.h"

#include "contract/datadictionary.h"

namespace Telemetry {

/// The files that the command line names. Options and dictionary must outlive it.
class AggregationFiles final : public AbstractAggregationFiles
{
public:
    AggregationFiles(const AggregateOptions &options, const DataDictionary &dictionary);

    [[nodiscard]] Result<Done> lock() override;
    [[nodiscard]] Result<std::unique_ptr<AbstractReleaseStore>> openReleases() override;
    [[nodiscard]] Result<std::unique_ptr<AbstractRawReader>> openRawEvents() override;
    [[nodiscard]] Result<RawDeletion> deleteRaw(const QList<Period> &published, const QDateTime &now) override;
    [[nodiscard]] Result<HistoryChain> history() override;
    [[nodiscard]] Result<QByteArray> publishedHistory() override;
    [[nodiscard]] Result<PublicFiles> enterHistory(const Lines &lines, QDate day) override;
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> databaseOf(const QList<Period> &periods) override;
    [[nodiscard]] Result<QStringList> publishedPeriods() override;
    [[nodiscard]] Result<std::unique_ptr<AbstractPublicDraft>> draft() override;
    [[nodiscard]] Result<Done> copyToPublicHost() override;

private:
    /// What is stored and has to go.
    [[nodiscard]] Result<QStringList> dueIn(const QList<Period> &published, const QDateTime &now) const;

    const AggregateOptions &m_options;
    const DataDictionary &m_dictionary;
    const QString m_lockName;
    FileLock m_lock;
};

} // namespace Telemetry
