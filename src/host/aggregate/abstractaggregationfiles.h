#pragma once

#include "host/aggregate/abstractpublicdraft.h"
#include "host/aggregate/abstractreleasestore.h"
#include "host/aggregate/publicfiles.h"
#include "host/history/historychain.h"
#include "host/raw/abstractrawreader.h"

#include <QIODevice>

#include <functional>
#include <memory>

namespace Telemetry {

/// What became of deleting raw events.
enum class RawDeletion {
    Made,          ///< they are in none of its files
    LeftToWriter,  ///< the collector runs, and deletes them within half an hour
    NothingToMake, ///< there is nothing to delete
};

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
    /// Deletes raw events that are too old, and those of these months, which are published. Errors: Io, Damaged.
    [[nodiscard]] virtual Result<RawDeletion> deleteRaw(const QList<Period> &published, const QDateTime &now) = 0;

    /// The public history, as it is kept. Errors: Busy, Damaged, Io, TooLarge.
    [[nodiscard]] virtual Result<HistoryChain> history() = 0;
    /// history.jsonl of the public folder; nothing of what isn't there. Errors: Io, TooLarge.
    [[nodiscard]] virtual Result<QByteArray> publishedHistory() = 0;
    /// The lines that a history lacks.
    using Lines = std::function<QList<HistoryDraft>(const HistoryChain &chain)>;
    /// Adds them to the public history, signs it, and returns its files. Errors: Closed (somebody else has to sign, in
    /// words), Busy, Damaged, Invalid, Io.
    [[nodiscard]] virtual Result<PublicFiles> enterHistory(const Lines &lines, QDate day) = 0;

    /// A SQLite file of these releases alone, open to be read; the same ones give the same bytes. It goes with the
    /// object. While nobody changes the store: see AbstractReleaseStore::atOneMoment(). Errors: Damaged, Io, also when
    /// one of them is not there.
    [[nodiscard]] virtual Result<std::unique_ptr<QIODevice>> databaseOf(const QList<Period> &periods) = 0;
    /// The weeks and months that are public now.
    [[nodiscard]] virtual Result<QStringList> publishedPeriods() = 0;
    /// What is to replace the public folder. Errors: Invalid (the folder holds something else, which would be lost),
    /// Io.
    [[nodiscard]] virtual Result<std::unique_ptr<AbstractPublicDraft>> draft() = 0;
    /// Copies the site, or the public folder where there is none, to the public host, or to another folder, when there
    /// is one. Errors: Io.
    [[nodiscard]] virtual Result<Done> copyToPublicHost() = 0;
};

} // namespace Telemetry
