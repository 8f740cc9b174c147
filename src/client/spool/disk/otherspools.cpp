#include "client/spool/disk/otherspools.h"

#include "sqlite/disk/sqlitefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Result<QSet<QByteArray>> reportersOf(const QSqlDatabase &database, const QString &topic, Week week)
{
    auto result =
        runSql(database, u"SELECT reporter FROM event WHERE topic = ? AND week = ?"_s, {topic, week.toString()});
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    QSet<QByteArray> reporters;
    while (row.next())
        reporters.insert(row.value(0).toByteArray());
    return reporters;
}

QFileInfoList otherSpools(const QFileInfo &spool)
{
    QFileInfoList others = spool.dir().entryInfoList({u"spool-*.sqlite"_s}, QDir::Files);
    others.removeIf([&](const QFileInfo &other) { return other.fileName() == spool.fileName(); });
    return others;
}

} // namespace

bool hasOtherSpools(const QString &spoolFile)
{
    return !otherSpools(QFileInfo(spoolFile)).isEmpty();
}

Result<int> eventsElsewhere(const QString &spoolFile, const QSqlDatabase &own, const Event &event)
{
    SqliteOptions look;
    look.access = SqliteOptions::Access::Look;
    look.busyTimeoutMs = 100;
    QSet<QByteArray> elsewhere;
    for (const QFileInfo &other : otherSpools(QFileInfo(spoolFile))) {
        const auto open = SqliteFile::open(other.filePath(), look);
        if (!open)
            continue;
        if (auto found = reportersOf(open.value()->connection(), event.topic, event.week))
            elsewhere.unite(found.value());
    }
    elsewhere.remove(event.reporter.bytes());
    if (elsewhere.isEmpty())
        return 0;
    auto here = reportersOf(own, event.topic, event.week);
    if (!here)
        return here.error();
    return static_cast<int>(elsewhere.subtract(here.value()).size());
}

} // namespace Telemetry
