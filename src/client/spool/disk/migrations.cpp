#include "client/spool/disk/migrations.h"

#include "client/spool/spoollog.h"
#include "sqlite/disk/sql.h"
#include "sqlite/disk/sqliteschema.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qint64 formOfEvents = 6; ///< since this format events have their present form

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
    const auto before = sqlNumber(database, u"PRAGMA user_version"_s);
    const bool isOld = before && before.value() > 0 && before.value() < formOfEvents;
    const auto events = isOld ? sqlNumber(database, u"SELECT count(*) FROM event"_s) : Result<qint64>(0);
    auto migrated = bringToSchema(database, spoolSchema());
    if (migrated && events && events.value() > 0)
        qCWarning(spoolLog, "%lld events of an older form of the spool are deleted", qlonglong(events.value()));
    // What lies where the spool belongs is set aside, whoever made it.
    if (!migrated && migrated.error().code == Error::Code::Invalid)
        return Error{Error::Code::Damaged, migrated.error().detail};
    return migrated;
}

} // namespace Telemetry
