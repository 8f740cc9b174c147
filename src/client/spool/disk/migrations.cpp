#include "client/spool/disk/migrations.h"

#include "client/spool/disk/spooldatabase.h"

#include <QFile>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The statements of one migration. In our SQL a semicolon at the end of a line ends a statement, and nothing else.
Result<QStringList> statementsOf(int format)
{
    QFile file(u":/telemetry/sql/spool-%1.sql"_s.arg(format));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, u"the spool's SQL is not in this program"_s};
    QStringList statements;
    for (const QString &statement : QString::fromUtf8(file.readAll()).split(u";\n"_s)) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement);
    }
    return statements;
}

Result<int> number(const QSqlDatabase &database, const QString &sql)
{
    auto query = runSql(database, sql);
    if (!query)
        return query.error();
    QSqlQuery row = std::move(query).value();
    if (!row.next())
        return Error{Error::Code::Damaged, u"the spool gives no answer"_s};
    return row.value(0).toInt();
}

Result<Done> migrateFrom(int format, const QSqlDatabase &database)
{
    for (int next = format + 1; next <= spoolFormat; ++next) {
        auto statements = statementsOf(next);
        if (!statements)
            return statements.error();
        for (const QString &statement : statements.value()) {
            if (auto query = runSql(database, statement); !query)
                return query.error();
        }
    }
    if (auto query = runSql(database, u"PRAGMA user_version = %1"_s.arg(spoolFormat)); !query)
        return query.error();
    return Done{};
}

} // namespace

Result<Done> migrateSpool(const QSqlDatabase &database)
{
    auto format = number(database, u"PRAGMA user_version"_s);
    if (!format)
        return format.error();
    if (format.value() == spoolFormat)
        return Done{};
    if (format.value() > spoolFormat || format.value() < 0)
        return Error{Error::Code::Unsupported, u"the spool was written by a newer version"_s};

    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    format = number(database, u"PRAGMA user_version"_s); // another process may have been faster
    if (!format)
        return format.error();
    if (format.value() == 0) {
        auto tables = number(database, u"SELECT count(*) FROM sqlite_schema"_s);
        if (!tables)
            return tables.error();
        if (tables.value() > 0)
            return Error{Error::Code::Damaged, u"the file is a database, but not a spool"_s};
    }
    if (format.value() < spoolFormat) {
        if (auto migrated = migrateFrom(format.value(), database); !migrated)
            return migrated;
    }
    return transaction.commit();
}

} // namespace Telemetry
