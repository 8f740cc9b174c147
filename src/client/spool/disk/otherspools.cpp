#include "client/spool/disk/otherspools.h"

#include "sqlite/disk/sqlitefile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Result<Done> addFacts(const QSqlDatabase &database, const Event &event, KnownFacts &facts)
{
    auto result = runSql(database, u"SELECT fact, reporter FROM event WHERE period = ? AND topic = ?"_s,
                         {event.period.toString(), event.topic});
    if (!result)
        return result.error();
    QSqlQuery row = std::move(result).value();
    while (row.next()) {
        const QByteArray fact = row.value(0).toByteArray();
        const QByteArray reporter = row.value(1).toByteArray();
        facts[fact.isEmpty() ? reporter : fact].insert(reporter);
    }
    return Done{};
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

Result<KnownFacts> knownFacts(const QString &spoolFile, const QSqlDatabase &own, const Event &event,
                              const QByteArray &fact)
{
    KnownFacts facts;
    if (const auto read = addFacts(own, event, facts); !read)
        return read.error();
    if (const QSet<QByteArray> here = facts.value(fact); !here.isEmpty() && here != QSet{event.reporter.bytes()})
        return facts; // as at every start after the month's first week
    SqliteOptions look;
    look.access = SqliteOptions::Access::Look;
    look.busyTimeoutMs = 100;
    for (const QFileInfo &other : otherSpools(QFileInfo(spoolFile))) {
        if (const auto open = SqliteFile::open(other.filePath(), look))
            (void)addFacts(open.value()->connection(), event, facts);
    }
    return facts;
}

} // namespace Telemetry
