#include "host/raw/disk/rawstore.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/mergerule.h"
#include "host/raw/disk/rawfile.h"
#include "sqlite/disk/sqlitefile.h"

#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<AbstractRawStore>> RawStore::open(const QString &path, const DataDictionary &dictionary,
                                                         const QString &connection)
{
    auto file = RawFile::openToWrite(path, connection);
    if (!file)
        return file.error();
    std::unique_ptr<RawStore> store(new RawStore(dictionary, std::move(file).value()));
    if (const auto ready = store->prepareStatements(); !ready)
        return Error{ready.error().code, u"%1: %2"_s.arg(path, ready.error().detail)};
    return std::unique_ptr<AbstractRawStore>(std::move(store));
}

RawStore::RawStore(const DataDictionary &dictionary, std::unique_ptr<SqliteFile> file)
    : m_dictionary(dictionary)
    , m_file(std::move(file))
{
}

RawStore::~RawStore() = default;

Result<Done> RawStore::prepareStatements()
{
    const QList<QPair<QSqlQuery *, QString>> statements{
        {&m_select, u"SELECT period, value, first_in FROM events WHERE topic = ? AND reporter = ?"_s},
        {&m_upsert,
         u"INSERT OR REPLACE INTO events (topic, reporter, period, value, first_in) VALUES (?, ?, ?, ?, ?)"_s},
        {&m_delete, u"DELETE FROM events WHERE topic = ? AND reporter = ? AND period = ?"_s}};
    for (const auto &[query, sql] : statements) {
        *query = QSqlQuery(m_file->connection());
        if (!query->prepare(sql))
            return sqlError(query->lastError());
    }
    return Done{};
}

Result<QList<StoreOutcome>> RawStore::commit(const QList<StoreRequest> &requests)
{
    SqlTransaction transaction(m_file->connection());
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    QList<StoreOutcome> outcomes;
    for (const StoreRequest &request : requests) {
        const auto outcome = apply(request);
        if (!outcome)
            return outcome.error();
        outcomes.append(outcome.value());
    }
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return outcomes;
}

Result<StoreOutcome> RawStore::apply(const StoreRequest &request)
{
    StoreOutcome outcome;
    for (const Event &event : request.put) {
        const auto stored = put(event);
        if (!stored)
            return stored.error();
        ++(stored.value() ? outcome.stored : outcome.ignored);
    }
    for (const StoreRequest::Erasure &erasure : request.erase) {
        if (const auto done = erase(erasure); !done)
            return done.error();
    }
    return outcome;
}

Result<bool> RawStore::put(const Event &event)
{
    const TopicDefinition *topic = m_dictionary.topic(event.topic);
    if (!topic)
        return Error{Error::Code::Invalid, u"an event of no known topic"_s};
    m_select.bindValue(0, event.topic);
    m_select.bindValue(1, event.reporter.bytes());
    if (!m_select.exec())
        return sqlError(m_select.lastError());
    QJsonObject value = event.value;
    std::optional<FirstIn> firstIn = event.firstIn;
    if (m_select.next()) {
        const bool samePeriod = m_select.value(0).toString() == event.period.toString();
        const auto there = parseJsonObject(m_select.value(1).toString().toUtf8(), Limits::eventBytes);
        const auto firstInThere = firstInFromName(m_select.value(2).toString());
        m_select.finish();
        if (!samePeriod)
            return false;
        // A row of an older dictionary whose value no longer fits gives way.
        if (there && !topic->schema.validate(there.value()))
            value = mergeValues(topic->merge, there.value(), value);
        firstIn = std::max(firstIn, firstInThere);
        if (there && there.value() == value && firstIn == firstInThere)
            return true;
    }
    m_upsert.bindValue(0, event.topic);
    m_upsert.bindValue(1, event.reporter.bytes());
    m_upsert.bindValue(2, event.period.toString());
    m_upsert.bindValue(3, QString::fromUtf8(canonicalJson(value)));
    m_upsert.bindValue(4, firstIn ? firstInName(*firstIn) : u""_s);
    if (!m_upsert.exec())
        return sqlError(m_upsert.lastError());
    return true;
}

Result<Done> RawStore::erase(const StoreRequest::Erasure &erasure)
{
    m_delete.bindValue(0, erasure.topic);
    m_delete.bindValue(1, erasure.reporter.bytes());
    m_delete.bindValue(2, erasure.period.toString());
    if (!m_delete.exec())
        return sqlError(m_delete.lastError());
    return Done{};
}

Result<Done> RawStore::truncateLog()
{
    const auto busy = sqlNumber(m_file->connection(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!busy)
        return busy.error();
    return busy.value() == 0 ? Result<Done>(Done{}) : Result<Done>(Error{Error::Code::Io, u"somebody reads"_s});
}

Result<Done> RawStore::rebuild()
{
    const auto rebuilt = runSql(m_file->connection(), u"VACUUM"_s);
    return rebuilt ? Result<Done>(Done{}) : Result<Done>(rebuilt.error());
}

} // namespace Telemetry
