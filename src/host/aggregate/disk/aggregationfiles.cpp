#include "host/aggregate/disk/aggregationfiles.h"

#include "contract/limits.h"
#include "host/aggregate/disk/aggregatestore.h"
#include "host/aggregate/disk/publiccopy.h"
#include "host/aggregate/disk/publicdatabase.h"
#include "host/aggregate/disk/publicdirectory.h"
#include "host/history/disk/historystore.h"
#include "host/history/disk/keyfile.h"
#include "host/history/historynames.h"
#include "host/raw/disk/publishedmonths.h"
#include "host/raw/disk/rawreader.h"
#include "host/raw/disk/rawstore.h"
#include "host/raw/rawage.h"
#include "platform/disk/wholefile.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

AggregationFiles::AggregationFiles(const AggregateOptions &options, const DataDictionary &dictionary)
    : m_options(options)
    , m_dictionary(dictionary)
    , m_lockName(options.aggregates + u".lock"_s)
    , m_lock(m_lockName)
{
}

Result<Done> AggregationFiles::lock()
{
    switch (m_lock.tryLock()) {
    case FileLock::Taken::Yes:
        return Done{};
    case FileLock::Taken::No:
        return Error{Error::Code::Busy, u"%1: another run is going on"_s.arg(m_lockName)};
    case FileLock::Taken::NoFile:
    case FileLock::Taken::NoLocks:
        break;
    }
    return Error{Error::Code::Io, u"%1: the lock can't be made"_s.arg(m_lockName)};
}

Result<std::unique_ptr<AbstractReleaseStore>> AggregationFiles::openReleases()
{
    auto store = AggregateStore::open(m_options.aggregates, u"aggregates"_s);
    if (!store)
        return store.error();
    return std::unique_ptr<AbstractReleaseStore>(std::move(store).value());
}

Result<std::unique_ptr<AbstractRawReader>> AggregationFiles::openRawEvents()
{
    auto reader = RawReader::open(m_options.raw, u"raw"_s);
    if (!reader)
        return reader.error();
    return std::unique_ptr<AbstractRawReader>(std::move(reader).value());
}

Result<QStringList> AggregationFiles::dueIn(const QList<Period> &published, const QDateTime &now) const
{
    const auto reader = RawReader::open(m_options.raw, u"raw periods"_s);
    const auto periods = reader ? reader.value()->periods() : Result<QStringList>(reader.error());
    if (!periods)
        return periods.error();
    QStringList due = PublishedMonths::within(published, periods.value());
    for (const QString &period : periods.value()) {
        if (isTooOldToKeep(period, now) && !due.contains(period))
            due.append(period);
    }
    return due;
}

Result<RawDeletion> AggregationFiles::deleteRaw(const QList<Period> &published, const QDateTime &now)
{
    if (!QFileInfo::exists(m_options.raw))
        return RawDeletion::NothingToMake;
    // What is older has no raw events any more.
    const QList<Period> months = published.mid(std::max<qsizetype>(0, published.size() - Limits::publishedMonths));
    const auto known = PublishedMonths::read(m_options.raw);
    if (!known || known.value() != months) {
        if (const auto written = PublishedMonths::write(m_options.raw, months); !written)
            return written.error();
    }
    const auto due = dueIn(months, now);
    if (!due)
        return due.error();
    const auto store = RawStore::open(m_options.raw, m_dictionary, u"raw deletion"_s);
    if (!store)
        return store.error().code == Error::Code::Busy ? Result<RawDeletion>(RawDeletion::LeftToWriter) : store.error();
    const QDate today = now.toUTC().date();
    const auto tidiedOn = store.value()->tidiedOn();
    if (!tidiedOn)
        return tidiedOn.error();
    // No collector runs, so nobody else goes through it today. A log that is there may be of a deletion that was
    // stopped.
    if (due.value().isEmpty() && tidiedOn.value() == today && store.value()->sizes().log == 0)
        return RawDeletion::NothingToMake;
    for (bool last = false; !last;) {
        const auto step = store.value()->tidyStep(due.value(), today);
        const auto emptied = step ? store.value()->truncateLog() : Result<Done>(step.error());
        if (!emptied)
            return emptied.error();
        last = step.value().last;
    }
    return due.value().isEmpty() ? RawDeletion::NothingToMake : RawDeletion::Made;
}

Result<HistoryChain> AggregationFiles::history()
{
    const auto store = HistoryStore::open(QFileInfo(m_options.aggregates).absolutePath());
    if (!store)
        return store.error();
    return store.value()->chain();
}

Result<QByteArray> AggregationFiles::publishedHistory()
{
    const auto bytes = WholeFile::read(m_options.publicFolder + u'/' + HistoryNames::history, Limits::historyBytes);
    return bytes ? *bytes : Result<QByteArray>(QByteArray());
}

Result<PublicFiles> AggregationFiles::enterHistory(const Lines &lines, QDate day)
{
    const auto store = HistoryStore::open(QFileInfo(m_options.aggregates).absolutePath());
    if (!store)
        return store.error();
    const QList<HistoryDraft> drafts = lines(store.value()->chain());
    if (!drafts.isEmpty()) {
        if (const auto added = store.value()->append(drafts, day); !added)
            return added.error();
    }
    if (store.value()->missingSignatures() > 0) {
        const auto keys = readKeyFiles(m_options.signingKeys);
        const auto isSigned = keys ? store.value()->sign(keys.value()) : Result<Done>(keys.error());
        if (!isSigned)
            return isSigned.error();
    }
    const auto files = store.value()->publicFiles();
    if (!files)
        return files.error();
    return PublicFiles{{HistoryNames::history, files.value().history},
                       {HistoryNames::head, files.value().head},
                       {HistoryNames::keys, files.value().keys}};
}

Result<std::unique_ptr<QIODevice>> AggregationFiles::databaseOf(const QList<Period> &periods)
{
    return publicDatabase(periods, m_options.aggregates, m_options.aggregates + u".public"_s);
}

Result<QStringList> AggregationFiles::publishedPeriods()
{
    return PublicDirectory(m_options.publicFolder).weeks();
}

Result<std::unique_ptr<AbstractPublicDraft>> AggregationFiles::draft()
{
    return PublicDirectory(m_options.publicFolder).draft();
}

Result<Done> AggregationFiles::copyToPublicHost()
{
    if (m_options.publicCopy.isEmpty())
        return Done{};
    return m_options.site.isEmpty() ? copyPublicFolder(m_options.publicFolder, m_options.publicCopy)
                                    : copyPublicFolder(m_options.site, m_options.publicCopy, u"pages.css"_s);
}

} // namespace Telemetry
