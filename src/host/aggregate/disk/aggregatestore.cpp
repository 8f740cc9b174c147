#include "host/aggregate/disk/aggregatestore.h"

#include "contract/limits.h"
#include "host/aggregate/celltexts.h"
#include "host/aggregate/disk/releaserows.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"

#include <QHash>
#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<AggregateStore>> AggregateStore::open(const QString &path, const QString &connection)
{
    SqliteOptions options;
    options.access = SqliteOptions::Access::Make;
    options.busyTimeoutMs = Limits::aggregatesBusyTimeoutMs;
    options.settings = {u"PRAGMA synchronous = EXTRA"_s, u"PRAGMA foreign_keys = ON"_s, u"PRAGMA secure_delete = ON"_s,
                        u"PRAGMA temp_store = MEMORY"_s};
    options.journal = u"DELETE"_s;
    options.connection = connection;
    auto file = SqliteFile::open(path, options,
                                 {u"the aggregation"_s,
                                  {u":/telemetry/sql/aggregates-1.sql"_s, u":/telemetry/sql/aggregates-2.sql"_s},
                                  ReleaseRows::applicationId,
                                  ReleaseRows::markTable});
    if (!file)
        return Error{file.error().code, u"%1: %2"_s.arg(path, file.error().detail)};
    return std::unique_ptr<AggregateStore>(new AggregateStore(std::move(file).value()));
}

AggregateStore::AggregateStore(std::unique_ptr<SqliteFile> file)
    : m_file(std::move(file))
    , m_cells(std::make_unique<ReleaseRows::CellQuery>(m_file->connection()))
{
}

AggregateStore::~AggregateStore() = default;

namespace {

const auto dayFormat = Qt::ISODate;
const auto candidate = u"period IN (SELECT period FROM candidates)"_s;
const auto released = u"period NOT IN (SELECT period FROM candidates)"_s;

/// By their periods, of those that wait.
Result<QHash<QString, Candidate>> waiting(const QSqlDatabase &database)
{
    auto rows = runSql(database, u"SELECT period, drawn, undefined FROM candidates"_s);
    if (!rows)
        return rows.error();
    QHash<QString, Candidate> byPeriod;
    QSqlQuery row = std::move(rows).value();
    while (row.next()) {
        const QString text = row.value(0).toString();
        const auto period = Period::fromString(text);
        if (!period)
            return Error{Error::Code::Invalid, u"a candidate has no valid period"_s};
        byPeriod.insert(text, {{*period, 0, 0, {}, {}},
                               QDate::fromString(row.value(1).toString(), dayFormat),
                               row.value(2).toLongLong()});
    }
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return byPeriod;
}

} // namespace

Result<QList<Release>> AggregateStore::releases() const
{
    return ReleaseRows::read(m_file->connection(), released);
}

Result<QList<Release>> AggregateStore::outlines(Which which) const
{
    return ReleaseRows::read(m_file->connection(), which == Which::Released ? released : QString(),
                             ReleaseRows::Parts::Outline);
}

Result<Release> AggregateStore::release(const Period &period) const
{
    const auto found = ReleaseRows::read(m_file->connection(), u"period = '%1'"_s.arg(period.toString()));
    if (!found)
        return found.error();
    if (found.value().isEmpty())
        return Error{Error::Code::NotFound, u"there is no %1"_s.arg(period.toString())};
    return found.value().first();
}

Result<QList<ReleasedCell>> AggregateStore::cells(const Period &period, const QString &table) const
{
    return m_cells->cells(period.toString(), table);
}

Result<Done> AggregateStore::atOneMoment(const std::function<Result<Done>()> &read) const
{
    SqlTransaction transaction(m_file->connection()); // what it locks is open to readers
    if (auto begun = transaction.begin(); !begun)
        return begun;
    return read();
}

Result<QList<Candidate>> AggregateStore::candidates() const
{
    const auto waits = waiting(m_file->connection());
    const auto all = waits ? ReleaseRows::read(m_file->connection(), candidate) : Result<QList<Release>>(waits.error());
    if (!all)
        return all.error();
    QList<Candidate> candidates;
    for (const Release &release : all.value()) {
        const auto found = waits.value().constFind(release.period.toString());
        if (found != waits.value().constEnd())
            candidates.append({release, found->drawn, found->undefined});
    }
    return candidates;
}

Result<Done> AggregateStore::addCandidates(const QList<Candidate> &candidates, QDate day,
                                           const std::optional<QString> &again)
{
    SqlTransaction transaction(m_file->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (again) {
        if (auto dropped = dropCandidates(); !dropped)
            return dropped;
        auto noted = runSql(m_file->connection(), u"INSERT INTO redraws (day, reason) VALUES (?, ?)"_s,
                            {day.toString(dayFormat), *again});
        if (!noted)
            return noted.error();
    }
    for (const Candidate &candidate : candidates) {
        if (auto inserted = insert(candidate); !inserted)
            return inserted;
    }
    if (auto cleared = runSql(m_file->connection(), u"DELETE FROM last_run"_s); !cleared)
        return cleared.error();
    if (auto noted =
            runSql(m_file->connection(), u"INSERT INTO last_run (day) VALUES (?)"_s, {day.toString(dayFormat)});
        !noted)
        return noted.error();
    return transaction.commit();
}

Result<Done> AggregateStore::releaseCandidates()
{
    if (auto released = runSql(m_file->connection(), u"DELETE FROM candidates"_s); !released)
        return released.error();
    return Done{};
}

Result<QDate> AggregateStore::lastRun() const
{
    auto rows = runSql(m_file->connection(), u"SELECT day FROM last_run"_s);
    if (!rows)
        return rows.error();
    QSqlQuery row = std::move(rows).value();
    const QDate day = row.next() ? QDate::fromString(row.value(0).toString(), dayFormat) : QDate();
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return day;
}

Result<QList<Redraw>> AggregateStore::redraws() const
{
    auto rows = runSql(m_file->connection(), u"SELECT day, reason FROM redraws ORDER BY number"_s);
    if (!rows)
        return rows.error();
    QList<Redraw> redraws;
    QSqlQuery row = std::move(rows).value();
    while (row.next())
        redraws.append({QDate::fromString(row.value(0).toString(), dayFormat), row.value(1).toString()});
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return redraws;
}

Result<QList<Removal>> AggregateStore::removals() const
{
    auto rows = runSql(m_file->connection(), u"SELECT kind, name, key, day, reason FROM removals ORDER BY number"_s);
    if (!rows)
        return rows.error();
    QList<Removal> removals;
    QSqlQuery row = std::move(rows).value();
    while (row.next()) {
        const auto kind = removalKindFrom(row.value(0).toString());
        if (!kind)
            return kind.error();
        Removal removal{kind.value(),
                        row.value(1).toString(),
                        {},
                        QDate::fromString(row.value(3).toString(), dayFormat),
                        row.value(4).toString()};
        removal.key = textsOfJson(row.value(2).toString());
        removals.append(removal);
    }
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return removals;
}

Result<Done> AggregateStore::remove(const Removal &removal, const QList<Release> &releases,
                                    const QList<Candidate> &candidates)
{
    const QSqlDatabase &database = m_file->connection();
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto noted = runSql(database, u"INSERT INTO removals (kind, name, key, day, reason) VALUES (?, ?, ?, ?, ?)"_s,
                        {removalKindName(removal.kind), removal.name, jsonOfTexts(removal.key),
                         removal.day.toString(dayFormat), removal.reason});
    if (!noted)
        return noted.error();
    if (auto dropped = dropCandidates(); !dropped)
        return dropped;
    for (const Release &release : releases) {
        if (auto removed = ReleaseRows::remove(database, release.period.toString()); !removed)
            return removed;
        if (auto inserted = ReleaseRows::insert(database, release); !inserted)
            return inserted;
    }
    for (const Candidate &candidate : candidates) {
        if (auto inserted = insert(candidate); !inserted)
            return inserted;
    }
    return transaction.commit();
}

Result<Done> AggregateStore::rebuild()
{
    // SQLite leaves copies of rows that it moved between the rows of a page; a file that is made anew has none.
    if (auto rebuilt = runSql(m_file->connection(), u"VACUUM"_s); !rebuilt)
        return rebuilt.error();
    return Done{};
}

Result<Done> AggregateStore::insert(const Candidate &candidate) const
{
    if (auto inserted = ReleaseRows::insert(m_file->connection(), candidate.release); !inserted)
        return inserted;
    auto noted =
        runSql(m_file->connection(), u"INSERT INTO candidates (period, drawn, undefined) VALUES (?, ?, ?)"_s,
               {candidate.release.period.toString(), candidate.drawn.toString(dayFormat), candidate.undefined});
    if (!noted)
        return noted.error();
    return Done{};
}

Result<Done> AggregateStore::dropCandidates() const
{
    const auto waits = waiting(m_file->connection());
    if (!waits)
        return waits.error();
    if (auto dropped = runSql(m_file->connection(), u"DELETE FROM candidates"_s); !dropped)
        return dropped.error();
    const QList<QString> periods = waits.value().keys();
    for (const QString &period : periods) {
        if (auto removed = ReleaseRows::remove(m_file->connection(), period); !removed)
            return removed;
    }
    return Done{};
}

} // namespace Telemetry
