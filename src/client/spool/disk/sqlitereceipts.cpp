#include "client/spool/disk/sqlitereceipts.h"

#include "client/spool/disk/eventrows.h"
#include "client/spool/disk/retention.h"
#include "client/spool/disk/spooldatabase.h"
#include "client/spool/spoollog.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

SqliteReceipts::SqliteReceipts(std::unique_ptr<SpoolDatabase> database)
    : m_database(std::move(database))
{
}

SqliteReceipts::~SqliteReceipts() = default;

Result<std::unique_ptr<SqliteReceipts>> SqliteReceipts::open(const QString &file)
{
    auto database = SpoolDatabase::openExisting(file);
    if (!database)
        return database.error();
    return std::unique_ptr<SqliteReceipts>(new SqliteReceipts(std::move(database).value()));
}

Result<QList<Receipt>> SqliteReceipts::select(const QString &condition) const
{
    auto result =
        runSql(m_database->connection(),
               u"SELECT topic, period, reporter, level FROM event WHERE "_s + condition
                   + u" ORDER BY CASE level WHEN 'basic' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END, period, reporter"_s);
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    QList<Receipt> receipts;
    while (row.next()) {
        const auto period = Period::fromString(row.value(1).toString());
        const auto reporter = Reporter::fromBytes(row.value(2).toByteArray());
        const auto level = levelFromName(row.value(3).toString());
        if (!period || !reporter || !level) {
            qCWarning(spoolLog, "a receipt in the spool can't be read and is left out");
            continue;
        }
        receipts.append({row.value(0).toString(), *period, *reporter, *level});
    }
    return receipts;
}

Result<QList<Receipt>> SqliteReceipts::receipts() const
{
    return select(u"length(receipt) > 0"_s);
}

Result<QList<Receipt>> SqliteReceipts::erased() const
{
    return select(u"state = 'erased'"_s);
}

Result<Done> SqliteReceipts::markErased(const QList<Receipt> &erased)
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const Receipt &receipt : erased) {
        // The row may have been forgotten while the collector was asked; the mark is needed all the same.
        auto marked = runSql(
            m_database->connection(),
            u"INSERT INTO event (topic, reporter, period, week, fact, level, bytes, state, reason, receipt)"
            " VALUES (?, ?, ?, ?, x'', ?, x'', 'erased', '', x'') ON CONFLICT (topic, reporter) DO UPDATE"
            " SET bytes = x'', state = 'erased', reason = '', receipt = x'', sent_on = '', answer = '', uses = 0"_s,
            {receipt.topic, receipt.reporter.bytes(), receipt.period.toString(), receipt.period.firstWeek().toString(),
             levelName(receipt.level)});
        if (!marked)
            return marked.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_database->forgetDeleted();
    return Done{};
}

Result<Done> SqliteReceipts::forget()
{
    SqlTransaction transaction(m_database->connection());
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const QString &sql : {u"DELETE FROM event WHERE state = 'sent'"_s,
                               u"UPDATE event SET receipt = x'', sent_on = '', answer = ''"_s}) {
        if (auto done = runSql(m_database->connection(), sql); !done)
            return done.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_database->forgetDeleted();
    m_database->removeDamaged(); // nobody can say what it holds
    return Done{};
}

Result<Done> SqliteReceipts::deleteUnsent()
{
    if (auto dropped = dropUnsentAbove(m_database->connection(), Level::None); !dropped)
        return dropped;
    m_database->forgetDeleted();
    m_database->removeDamaged(); // nobody can say what it holds
    return Done{};
}

Result<QList<SpooledEvent>> SqliteReceipts::events() const
{
    return readEvents(m_database->connection(), u"1"_s);
}

Result<SpoolStatus> SqliteReceipts::status() const
{
    return readStatus(m_database->connection());
}

} // namespace Telemetry
