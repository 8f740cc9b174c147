#include "sqlite/disk/sqliteschema.h"

#include "sqlite/disk/sql.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// In our SQL a semicolon at the end of a line ends a statement, and nothing else.
Result<Done> runScript(const QSqlDatabase &database, const QString &name)
{
    QFile script(name);
    if (!script.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, u"%1 is not in this program"_s.arg(name)};
    for (const QString &statement : QString::fromUtf8(script.readAll()).split(u";\n"_s)) {
        if (statement.trimmed().isEmpty())
            continue;
        if (auto done = runSql(database, statement); !done)
            return done.error();
    }
    return Done{};
}

Result<qint64> versionOf(const QSqlDatabase &database, const SqliteSchema &schema)
{
    auto version = sqlNumber(database, u"PRAGMA user_version"_s);
    if (version && (version.value() > schema.version() || version.value() < 0))
        return Error{Error::Code::Unsupported, u"made by a newer version of "_s + schema.owner};
    return version;
}

Error foreign(const SqliteSchema &schema)
{
    return Error{Error::Code::Invalid, u"not a file of "_s + schema.owner};
}

/// Of a file that has a version: whether it can be ours.
Result<Done> isOurs(const QSqlDatabase &database, const SqliteSchema &schema)
{
    const auto id = sqlNumber(database, u"PRAGMA application_id"_s);
    const auto table =
        id ? sqlNumber(database, u"SELECT count(*) FROM sqlite_schema WHERE name = '%1'"_s.arg(schema.table)) : id;
    if (!table)
        return table.error();
    const bool hasId = schema.applicationId == 0 || id.value() == schema.applicationId || id.value() == 0;
    return hasId && (schema.table.isEmpty() || table.value() == 1) ? Result<Done>(Done{})
                                                                   : Result<Done>(foreign(schema));
}

} // namespace

Result<Done> checkSchema(const QSqlDatabase &database, const SqliteSchema &schema)
{
    const auto version = versionOf(database, schema);
    if (!version)
        return version.error();
    if (const auto ours = isOurs(database, schema); !ours)
        return ours;
    return version.value() == schema.version() ? Result<Done>(Done{}) : Result<Done>(foreign(schema));
}

Result<Done> bringToSchema(const QSqlDatabase &database, const SqliteSchema &schema)
{
    auto version = versionOf(database, schema);
    if (!version)
        return version.error();
    if (const auto ours = version.value() > 0 ? isOurs(database, schema) : Result<Done>(Done{}); !ours)
        return ours;
    if (version.value() == schema.version())
        return Done{};

    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    version = versionOf(database, schema); // another process may have been faster
    if (!version)
        return version.error();
    if (version.value() == 0) {
        const auto tables = sqlNumber(database, u"SELECT count(*) FROM sqlite_schema"_s);
        if (!tables)
            return tables.error();
        const auto id = sqlNumber(database, u"PRAGMA application_id"_s);
        if (!id)
            return id.error();
        if (tables.value() > 0 || (schema.applicationId != 0 && id.value() != 0))
            return foreign(schema);
    }
    for (const QString &script : schema.scripts.sliced(version.value())) {
        if (auto done = runScript(database, script); !done)
            return done;
    }
    return transaction.commit();
}

} // namespace Telemetry
