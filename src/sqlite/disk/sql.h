#pragma once

#include "contract/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

class QSqlError;

namespace Telemetry {

/// Empty text instead of SQL's NULL.
[[nodiscard]] inline QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// SQLite's own words for an error, without Qt's, which say nothing, and without a value. Damaged when the file is,
/// else Io.
[[nodiscard]] Error sqlError(const QSqlError &error);

/// Runs one statement with its values. Errors: Damaged, Io. The error names no value.
/// Let the query go before the connection closes.
[[nodiscard]] Result<QSqlQuery> runSql(const QSqlDatabase &database, const QString &sql,
                                       const QVariantList &values = {});

/// The one number that a statement gives. Errors: Damaged, Io.
[[nodiscard]] Result<qint64> sqlNumber(const QSqlDatabase &database, const QString &sql);

/// A write transaction, rolled back when it goes without commit(). It takes the write lock at once, so that what is
/// read inside still holds when it is written, whatever other processes do.
class SqlTransaction
{
public:
    explicit SqlTransaction(const QSqlDatabase &database);
    ~SqlTransaction();
    Q_DISABLE_COPY_MOVE(SqlTransaction)

    [[nodiscard]] Result<Done> begin();
    [[nodiscard]] Result<Done> commit();

private:
    QSqlDatabase m_database;
    bool m_open = false;
};

} // namespace Telemetry
