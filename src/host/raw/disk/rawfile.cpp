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
    // Before SQLite does, so that it is never readable for others; its log inherits the mode.
    if (const auto made = makePrivateFile(path); !made)
        return made.error();
    if (QFileInfo(path).isFile() && !QFile::setPermissions(path, privateFile))
        return Error{Error::Code::Io, u"%1: it can't be closed for others"_s.arg(path)};
    SqliteOptions options;
    options.access = SqliteOptions::Access::Make;
    options.settings = {u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s};
    options.journal = u"WAL"_s;
    return open(path, options, connection);
}

Result<std::unique_ptr<SqliteFile>> openToRead(const QString &path, const QString &connection)
{
    SqliteOptions options;
    options.access = SqliteOptions::Access::Read;
    return open(path, options, connection);
}

} // namespace Telemetry::RawFile
