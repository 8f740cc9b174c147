#include "host/raw/disk/factcounts.h"

#include "sqlite/disk/sql.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto everyFact = u"SELECT fact FROM events"_s;

/// The connection as SQLite has it; null when it is of another SQLite, whose memory is not ours to touch.
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    auto source = runSql(database, u"SELECT sqlite_source_id()"_s);
    if (!source)
        return nullptr;
    QSqlQuery row = std::move(source).value();
    if (!row.next() || row.value(0).toString() != QLatin1StringView(sqlite3_sourceid()))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

/// As sqlError() says it.
Error errorOf(sqlite3 *handle)
{
    return sqlError(QSqlError({}, QString::fromUtf8(sqlite3_errmsg(handle)), QSqlError::StatementError,
                              QString::number(sqlite3_extended_errcode(handle))));
}

} // namespace

Result<FactCounts> countFacts(const QSqlDatabase &database)
{
    sqlite3 *const handle = handleOf(database);
    if (!handle)
        return countFactsThroughQt(database);
    sqlite3_stmt *prepared = nullptr;
    const int ready = sqlite3_prepare_v2(handle, everyFact.toUtf8().constData(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(prepared, sqlite3_finalize);
    if (ready != SQLITE_OK)
        return errorOf(handle);
    FactCounts counts;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(statement.get())) == SQLITE_ROW) {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement.get(), 0));
        const int size = sqlite3_column_bytes(statement.get(), 0);
        const auto fact = QByteArray::fromRawData(bytes, size);
        if (const auto each = counts.find(fact); each != counts.end())
            ++*each;
        else
            counts.insert(QByteArray(bytes, size), 1);
    }
    // It ends for an error, too: half of the events are not the events.
    return step == SQLITE_DONE ? Result<FactCounts>(counts) : errorOf(handle);
}

Result<FactCounts> countFactsThroughQt(const QSqlDatabase &database)
{
    auto events = runSql(database, everyFact);
    if (!events)
        return events.error();
    FactCounts counts;
    QSqlQuery event = std::move(events).value();
    while (event.next())
        ++counts[event.value(0).toByteArray()];
    if (event.lastError().isValid())
        return sqlError(event.lastError());
    return counts;
}

} // namespace Telemetry
