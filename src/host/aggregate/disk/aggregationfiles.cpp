#include "host/aggregate/disk/aggregationfiles.h"

#include "host/aggregate/disk/aggregatestore.h"
#include "host/aggregate/disk/publicdirectory.h"
#include "host/raw/disk/rawreader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

AggregationFiles::AggregationFiles(const AggregateOptions &options)
    : m_options(options)
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

Result<QByteArray> AggregationFiles::copyOfReleases()
{
    QFile copy(m_options.aggregates);
    if (!copy.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, copy.errorString()};
    return copy.readAll();
}

Result<QStringList> AggregationFiles::publishedPeriods()
{
    return PublicDirectory(m_options.publicFolder).weeks();
}

Result<bool> AggregationFiles::publish(const PublicFiles &files)
{
    return PublicDirectory(m_options.publicFolder).replace(files);
}

} // namespace Telemetry
