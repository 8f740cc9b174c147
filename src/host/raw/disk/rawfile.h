#pragma once

#include "contract/result.h"

#include <QString>

#include <memory>

namespace Telemetry {

class SqliteFile;

/// The collector's SQLite file: what it holds (resources/sql/raw-1.sql) and how it is opened. `connection` is a name in
/// QSqlDatabase, unique in the process. Errors: Unsupported (made by a newer version), Invalid (another program's
/// file), NotFound, Io, all with the name of the file.
namespace RawFile {

/// Opens or makes the file, for the collector: mode 0600, WAL, durable, what is deleted is overwritten.
[[nodiscard]] Result<std::unique_ptr<SqliteFile>> openToWrite(const QString &path, const QString &connection);
/// Opens the file that is there, for others, who can't change it.
[[nodiscard]] Result<std::unique_ptr<SqliteFile>> openToRead(const QString &path, const QString &connection);

} // namespace RawFile

} // namespace Telemetry
