#include "sqlite/disk/sqlitefile.h"

#include "contract/workerlog.h"

#include <QLoggingCategory>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(sqliteLog, "telemetry.sqlite", quietInWorker)
} // namespace

Error sqlError(const QSqlError &error)
{
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const int code = error.nativeErrorCode().toInt() & 0xff; // the rest is SQLite's extended code
    const bool damaged = code == corrupt || code == notADatabase;
    return {damaged ? Error::Code::Damaged : Error::Code::Io, u"SQLite: %1"_s.arg(error.databaseText())};
}

Result<QSqlQuery> runSql(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return sqlError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return sqlError(query.lastError());
    return query;
}

SqlTransaction::SqlTransaction(const QSqlDatabase &database)
    : m_database(database)
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_open) {
        if (auto rolledBack = runSql(m_database, u"ROLLBACK"_s); !rolledBack)
            qCWarning(sqliteLog, "%ls", qUtf16Printable(rolledBack.error().detail));
    }
}

Result<Done> SqlTransaction::begin()
{
    if (auto begun = runSql(m_database, u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    m_open = true;
    return Done{};
}

Result<Done> SqlTransaction::commit()
{
    if (auto committed = runSql(m_database, u"COMMIT"_s); !committed)
        return committed.error();
    m_open = false;
    return Done{};
}

} // namespace Telemetry
