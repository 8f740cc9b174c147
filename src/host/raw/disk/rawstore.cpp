#include "host/raw/disk/rawstore.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/mergerule.h"

#include <QFile>
#include <QSqlError>
#include <QVariant>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qint64 schemaVersion = 1;

/// Of the driver's two texts only the library's: the other is Qt's and says nothing. Neither holds a value, because
/// all values are bound.
Error failed(const QString &what, const QSqlError &error)
{
    return Error{Error::Code::Io, u"%1: %2"_s.arg(what, error.databaseText())};
}

/// Makes the file before SQLite does, so that it is never readable for others; its log inherits the mode.
Result<Done> makePrivate(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const bool done = file >= 0 && ::fchmod(file, 0600) == 0;
    const Error error{Error::Code::Io, u"%1: %2"_s.arg(path, qt_error_string())};
    if (file >= 0)
        ::close(file);
    return done ? Result<Done>(Done{}) : Result<Done>(error);
}

} // namespace

Result<std::unique_ptr<AbstractRawStore>> RawStore::open(const QString &path, const DataDictionary &dictionary,
                                                         const QString &connection)
{
    if (const auto done = makePrivate(path); !done)
        return done.error();
    std::unique_ptr<RawStore> store(new RawStore(dictionary, connection));
    store->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    store->m_database.setDatabaseName(path);
    store->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(Limits::rawBusyTimeoutMs));
    if (!store->m_database.open())
        return failed(path, store->m_database.lastError());
    for (const QString &sql : {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA journal_mode = WAL"_s,
                               u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s}) {
        if (const auto done = store->execute(sql); !done)
            return Error{done.error().code, u"%1: %2"_s.arg(path, done.error().detail)};
    }
    auto ready = store->prepareSchema();
    if (ready)
        ready = store->prepareStatements();
    if (!ready)
        return Error{ready.error().code, u"%1: %2"_s.arg(path, ready.error().detail)};
    return std::unique_ptr<AbstractRawStore>(std::move(store));
}

RawStore::RawStore(const DataDictionary &dictionary, const QString &connection)
    : m_dictionary(dictionary)
    , m_connection(connection)
{
}

RawStore::~RawStore()
{
    // The statements have to go before their database.
    m_select = QSqlQuery();
    m_upsert = QSqlQuery();
    m_delete = QSqlQuery();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> RawStore::prepareSchema()
{
    // Two programs may make the same file at once: whoever is second finds it made.
    if (const auto done = execute(u"BEGIN IMMEDIATE"_s); !done)
        return done;
    const auto version = number(u"PRAGMA user_version"_s);
    const auto tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    Result<Done> done = Done{};
    if (!version || !tables) {
        done = (version ? tables : version).error();
    } else if (version.value() > schemaVersion) {
        done = Error{Error::Code::Unsupported, u"made by a newer version of this program"_s};
    } else if (version.value() < schemaVersion && tables.value() > 0) {
        done = Error{Error::Code::Invalid, u"not a database of this program"_s};
    } else if (version.value() < schemaVersion) {
        QFile script(u":/telemetry/sql/raw-1.sql"_s);
        if (!script.open(QIODevice::ReadOnly))
            done = Error{Error::Code::NotFound, u"raw-1.sql is not in the program"_s};
        for (const QString &sql : QString::fromUtf8(script.readAll()).split(u";\n"_s, Qt::SkipEmptyParts)) {
            if (done && !sql.trimmed().isEmpty())
                done = execute(sql);
        }
    }
    if (done)
        return execute(u"COMMIT"_s);
    (void)execute(u"ROLLBACK"_s);
    return done;
}

Result<Done> RawStore::prepareStatements()
{
    const QList<QPair<QSqlQuery *, QString>> statements{
        {&m_select, u"SELECT week, value FROM events WHERE topic = ? AND reporter = ?"_s},
        {&m_upsert, u"INSERT OR REPLACE INTO events (topic, reporter, week, value) VALUES (?, ?, ?, ?)"_s},
        {&m_delete, u"DELETE FROM events WHERE topic = ? AND reporter = ? AND week = ?"_s}};
    for (const auto &[query, sql] : statements) {
        *query = QSqlQuery(m_database);
        if (!query->prepare(sql))
            return failed(u"prepare"_s, query->lastError());
    }
    return Done{};
}

Result<Done> RawStore::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failed(sql.section(u' ', 0, 1), query.lastError());
    return Done{};
}

Result<qint64> RawStore::number(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql) || !query.next())
        return failed(sql.section(u' ', 0, 1), query.lastError());
    return query.value(0).toLongLong();
}

Result<QList<StoreOutcome>> RawStore::commit(const QList<StoreRequest> &requests)
{
    if (const auto done = execute(u"BEGIN IMMEDIATE"_s); !done)
        return done.error();
    QList<StoreOutcome> outcomes;
    for (const StoreRequest &request : requests) {
        auto outcome = apply(request);
        if (!outcome) {
            (void)execute(u"ROLLBACK"_s);
            return outcome.error();
        }
        outcomes.append(outcome.value());
    }
    if (const auto done = execute(u"COMMIT"_s); !done) {
        (void)execute(u"ROLLBACK"_s);
        return done.error();
    }
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
        return failed(u"SELECT"_s, m_select.lastError());
    QJsonObject value = event.value;
    if (m_select.next()) {
        const bool sameWeek = m_select.value(0).toString() == event.week.toString();
        const auto there = parseJsonObject(m_select.value(1).toString().toUtf8(), Limits::eventBytes);
        m_select.finish();
        if (!sameWeek)
            return false;
        // A row of an older dictionary whose value no longer fits gives way.
        if (there && !topic->schema.validate(there.value()))
            value = mergeValues(topic->merge, there.value(), value);
        if (there && there.value() == value)
            return true;
    }
    m_upsert.bindValue(0, event.topic);
    m_upsert.bindValue(1, event.reporter.bytes());
    m_upsert.bindValue(2, event.week.toString());
    m_upsert.bindValue(3, QString::fromUtf8(canonicalJson(value)));
    if (!m_upsert.exec())
        return failed(u"INSERT"_s, m_upsert.lastError());
    return true;
}

Result<Done> RawStore::erase(const StoreRequest::Erasure &erasure)
{
    m_delete.bindValue(0, erasure.topic);
    m_delete.bindValue(1, erasure.reporter.bytes());
    m_delete.bindValue(2, erasure.week.toString());
    if (!m_delete.exec())
        return failed(u"DELETE"_s, m_delete.lastError());
    return Done{};
}

Result<Done> RawStore::truncateLog()
{
    const auto busy = number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!busy)
        return busy.error();
    return busy.value() == 0 ? Result<Done>(Done{}) : Result<Done>(Error{Error::Code::Io, u"somebody reads"_s});
}

Result<Done> RawStore::rebuild()
{
    return execute(u"VACUUM"_s);
}

} // namespace Telemetry
