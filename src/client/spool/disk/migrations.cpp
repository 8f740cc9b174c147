#include "client/spool/disk/migrations.h"

#include "sqlite/disk/sqliteschema.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

SqliteSchema spoolSchema()
{
    QStringList scripts;
    for (int format = 1; format <= spoolFormat; ++format)
        scripts.append(u":/telemetry/sql/spool-%1.sql"_s.arg(format));
    return {u"the spool"_s, scripts};
}

} // namespace

Result<Done> migrateSpool(const QSqlDatabase &database)
{
    auto migrated = bringToSchema(database, spoolSchema());
    // What lies where the spool belongs is set aside, whoever made it.
    if (!migrated && migrated.error().code == Error::Code::Invalid)
        return Error{Error::Code::Damaged, migrated.error().detail};
    return migrated;
}

} // namespace Telemetry
