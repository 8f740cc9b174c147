#include "host/raw/disk/rawstore.h"

#include "contract/limits.h"
#include "host/raw/disk/rawfile.h"
#include "host/raw/disk/rawhold.h"
#include "sqlite/disk/sqlitefile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<AbstractRawStore>> RawStore::open(const QString &path, const DataDictionary &dictionary,
                                                         const QString &connection)
{
    auto hold = RawHold::take(path);
    if (!hold)
        return hold.error();
    auto file = RawFile::openToWrite(path, connection);
    if (!file)
        return file.error();
    std::unique_ptr<RawStore> store(new RawStore(path, dictionary, std::move(hold).value(), std::move(file).value()));
    if (const auto ready = store->prepare(); !ready)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, ready.error().detail)};
    return std::unique_ptr<AbstractRawStore>(std::move(store));
}

RawStore::RawStore(const QString &path, const DataDictionary &dictionary, std::unique_ptr<RawHold> hold,
                   std::unique_ptr<SqliteFile> file)
    : m_path(path)
    , m_hold(std::move(hold))
    , m_gaps(path)
    , m_file(std::move(file))
    , m_change(dictionary, m_facts)
    , m_tidying(m_facts)
{
}

RawStore::~RawStore() = default;

Result<Done> RawStore::prepare()
{
    if (auto whole = check(); !whole)
        return whole;
    const QSqlDatabase &database = m_file->connection();
    if (auto prepared = m_change.prepare(database); !prepared)
        return prepared;
    if (auto prepared = m_tidying.prepare(database); !prepared)
        return prepared;
    if (auto loaded = m_facts.load(database); !loaded)
        return loaded;
    m_hold->remember(); // reading has made the files beside it
    return m_hold->look();
}

Result<Done> RawStore::usable() const
{
    return m_damage ? Result<Done>(*m_damage) : m_hold->look();
}

template<typename T> Result<T> RawStore::noted(Result<T> result)
{
    if (!result && result.error().code == Error::Code::Damaged)
        m_damage = result.error();
    return result;
}

Result<QList<StoreOutcome>> RawStore::commit(const QList<StoreRequest> &requests)
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(tryCommit(requests));
}

Result<QList<StoreOutcome>> RawStore::tryCommit(const QList<StoreRequest> &requests)
{
    SqlTransaction transaction(m_file->connection());
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    auto outcomes = m_change.carryOut(requests);
    if (!outcomes)
        return outcomes;
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    m_facts.committed(m_change.changes());
    m_rowsChanged = m_rowsChanged || m_change.wroteRows();
    return outcomes;
}

Result<Done> RawStore::check()
{
    m_damage.reset();
    return noted(RawFile::check(m_file->connection()));
}

Result<QStringList> RawStore::periods()
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(m_facts.periods());
}

Result<TidyStep> RawStore::tidyStep(const QStringList &old, QDate today)
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(tryTidy(old, today));
}

Result<QDate> RawStore::tidiedOn()
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(readTidiedOn());
}

Result<QDate> RawStore::readTidiedOn() const
{
    auto days = runSql(m_file->connection(), u"SELECT day FROM tidied"_s);
    if (!days)
        return days.error();
    QSqlQuery row = std::move(days).value();
    return row.next() ? QDate::fromString(row.value(0).toString(), Qt::ISODate) : QDate();
}

Result<TidyStep> RawStore::tryTidy(const QStringList &old, QDate today)
{
    SqlTransaction transaction(m_file->connection());
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    auto step = m_tidying.step(old, today);
    if (!step)
        return step;
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    m_facts.committed(m_tidying.changes());
    m_rowsChanged = true;
    return step;
}

Result<Done> RawStore::truncateLog()
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(tryTruncate());
}

RawSizes RawStore::sizes() const
{
    return {QFileInfo(m_path).size(), QFileInfo(m_path + u"-wal"_s).size()};
}

Result<Done> RawStore::tryTruncate()
{
    const QSqlDatabase &database = m_file->connection();
    if (auto removed = m_facts.removeUnused(database); !removed)
        return removed;
    if (auto rebuilt = rebuildIfSmall(); !rebuilt)
        return rebuilt;
    if (auto noted = m_gaps.noteLog(); !noted)
        return noted;
    // Who reads may read for minutes, and events must not wait for it.
    if (const auto set = runSql(database, u"PRAGMA busy_timeout = 0"_s); !set)
        return set.error();
    const auto busy = sqlNumber(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (const auto set = runSql(database, u"PRAGMA busy_timeout = %1"_s.arg(Limits::rawBusyTimeoutMs)); !set)
        return set.error();
    if (!busy)
        return busy.error();
    if (busy.value() != 0)
        return Error{Error::Code::Io, u"somebody reads"_s};
    return m_gaps.overwrite();
}

Result<Done> RawStore::rebuildIfSmall()
{
    if (!m_rowsChanged) // somebody asks again and again whether a commit works
        return Done{};
    const QSqlDatabase &database = m_file->connection();
    const auto pages = sqlNumber(database, u"PRAGMA page_count"_s);
    const auto free = sqlNumber(database, u"PRAGMA freelist_count"_s);
    const auto bytes = sqlNumber(database, u"PRAGMA page_size"_s);
    for (const auto *number : {&pages, &free, &bytes}) {
        if (!*number)
            return number->error();
    }
    if ((pages.value() - free.value()) * bytes.value() > Limits::rawRebuildBytes)
        return Done{};
    const auto rebuilt = runSql(database, u"VACUUM"_s);
    m_rowsChanged = !rebuilt;
    return rebuilt ? Result<Done>(Done{}) : Result<Done>(rebuilt.error());
}

} // namespace Telemetry
