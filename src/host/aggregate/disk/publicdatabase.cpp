#include "host/aggregate/disk/publicdatabase.h"

#include "host/aggregate/disk/releaserows.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// All rows of a period, in the order of their keys.
Result<Done> copyPeriod(const QSqlDatabase &database, const QString &period)
{
    for (const auto &[table, columns] : {std::pair(u"releases"_s, u"period, dictionary, rounding"_s),
                                         {u"drawings"_s, u"period, table_name, sigma, threshold, topic, dimensions"_s},
                                         {u"sums"_s, u"period, table_name, noisy, months"_s},
                                         {u"cells"_s, u"period, table_name, key, reporters"_s}}) {
        const auto copied = runSql(
            database,
            u"INSERT INTO main.%1 (%2) SELECT %2 FROM source.%1 WHERE period = ? ORDER BY %2"_s.arg(table, columns),
            {period});
        if (!copied)
            return copied.error();
        if (table == "releases"_L1 && copied.value().numRowsAffected() != 1)
            return Error{Error::Code::Io, u"there is no %1"_s.arg(period)};
    }
    return Done{};
}

Result<Done> writeFile(const QList<Period> &periods, const QString &source, const QString &path)
{
    SqliteOptions options;
    options.access = SqliteOptions::Access::Make;
    options.settings = {u"PRAGMA foreign_keys = ON"_s};
    options.journal = u"OFF"_s; // the file is thrown away when it isn't whole
    auto file = SqliteFile::open(path, options,
                                 {u"the aggregation"_s,
                                  {u":/telemetry/sql/aggregates-1.sql"_s},
                                  ReleaseRows::applicationId,
                                  ReleaseRows::markTable});
    if (!file)
        return file.error();
    const QSqlDatabase &database = file.value()->connection();
    if (auto attached = runSql(database, u"ATTACH ? AS source"_s, {source}); !attached)
        return attached.error();
    // Deferred: whoever keeps others from changing the source has locked it.
    if (auto begun = runSql(database, u"BEGIN"_s); !begun)
        return begun.error();
    for (const Period &period : periods) {
        if (auto copied = copyPeriod(database, period.toString()); !copied)
            return copied;
    }
    const auto committed = runSql(database, u"COMMIT"_s);
    return committed ? Result<Done>(Done{}) : committed.error();
}

} // namespace

Result<std::unique_ptr<QIODevice>> publicDatabase(const QList<Period> &periods, const QString &source,
                                                  const QString &path)
{
    QFile::remove(path); // of a run that was killed
    const auto written = writeFile(periods, source, path);
    auto file = std::make_unique<QFile>(path);
    const bool isOpen = written && file->open(QIODevice::ReadOnly);
    QFile::remove(path); // what is open can be read still
    if (!written)
        return Error{written.error().code, u"%1: %2"_s.arg(path, written.error().detail)};
    if (!isOpen)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, file->errorString())};
    return std::unique_ptr<QIODevice>(std::move(file));
}

} // namespace Telemetry
