#include "host/raw/disk/rawfile.h"

#include "contract/limits.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry::RawFile {

namespace {

/// Of raw-1.sql: "nraw", four bytes at the file's place 68.
constexpr char applicationId[] = "nraw";

/// Whether the collector may use a file of this name, by its first bytes: SQLite itself would take up another program's
/// log, and end it. Before SQLite has it open, as closing it here would lose SQLite's locks.
Result<Done> lookAt(const QString &path)
{
    const QFileInfo info(path);
    if (path.startsWith(u':')) // SQLite's :memory:, which nothing outlives
        return Error{Error::Code::Invalid, u"%1: not the name of a file"_s.arg(path)};
    if (info.exists() && !info.isFile())
        return Error{Error::Code::Io, u"%1: not a file"_s.arg(path)};
    if (info.size() == 0) // or none
        return Done{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString())};
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith("SQLite format 3") || header.sliced(68, 4) != applicationId)
        return Error{Error::Code::Invalid, u"%1: not a file of the collector"_s.arg(path)};
    return Done{};
}

Result<std::unique_ptr<SqliteFile>> open(const QString &path, SqliteOptions options, const QString &connection)
{
    options.busyTimeoutMs = Limits::rawBusyTimeoutMs;
    options.connection = connection;
    auto file = SqliteFile::open(path, options, {u"the collector"_s, {u":/telemetry/sql/raw-1.sql"_s}});
    if (file)
        return file;
    // Nobody on this side mends a damaged file: it is one that can't be read.
    const auto code = file.error().code == Error::Code::Damaged ? Error::Code::Io : file.error().code;
    return Error{code, u"%1: %2"_s.arg(path, file.error().detail)};
}

} // namespace

Result<std::unique_ptr<SqliteFile>> openToWrite(const QString &path, const QString &connection)
{
    if (auto looked = lookAt(path); !looked)
        return looked.error();
    // Before SQLite does, so that it is never readable for others; its log inherits the mode.
    if (const auto made = makePrivateFile(path); !made)
        return made.error();
    if (!QFile::setPermissions(path, privateFile))
        return Error{Error::Code::Io, u"%1: it can't be closed for others"_s.arg(path)};
    SqliteOptions options;
    options.access = SqliteOptions::Access::Make;
    options.settings = {u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s,
                        u"PRAGMA temp_store = MEMORY"_s,     // a rebuild writes all rows
                        u"PRAGMA wal_autocheckpoint = 0"_s}; // RawStore::truncateLog() has to see which pages change
    options.journal = u"WAL"_s;
    return open(path, options, connection);
}

Result<std::unique_ptr<SqliteFile>> openToRead(const QString &path, const QString &connection)
{
    if (QFileInfo(path).isFile()) {
        if (auto looked = lookAt(path); !looked)
            return looked.error();
    }
    SqliteOptions options;
    options.access = SqliteOptions::Access::Read;
    options.settings = {u"PRAGMA temp_store = MEMORY"_s};
    return open(path, options, connection);
}

Result<Done> check(const QSqlDatabase &database)
{
    auto checked = runSql(database, u"PRAGMA quick_check(1)"_s);
    if (!checked)
        return checked.error();
    QSqlQuery row = std::move(checked).value();
    const QString finding = row.next() ? row.value(0).toString().simplified() : u"no answer"_s;
    if (finding == "ok"_L1)
        return Done{};
    return Error{Error::Code::Damaged, u"it is damaged: "_s + finding};
}

} // namespace Telemetry::RawFile
