#pragma once

#include "contract/result.h"

#include <QString>

#include <memory>

class QSqlDatabase;

namespace Telemetry {

class SqliteFile;

/// The collector's SQLite file: what it holds (resources/sql/raw-1.sql) and how it is opened. `connection` is a name in
/// QSqlDatabase, unique in the process. Errors: Unsupported (made by a newer version), Invalid (another program's
/// file, or no file), NotFound, Io, all with the name of the file. What is refused stays as it is, its mode and journal
/// too.
namespace RawFile {

/// Opens or makes the file, for the collector: mode 0600, WAL, durable, what is deleted is overwritten, and nothing of
/// it is written elsewhere.
[[nodiscard]] Result<std::unique_ptr<SqliteFile>> openToWrite(const QString &path, const QString &connection);
/// Opens the file that is there, for others, who can't change it.
[[nodiscard]] Result<std::unique_ptr<SqliteFile>> openToRead(const QString &path, const QString &connection);

/// Reads every page of an open file. Errors: Damaged, with SQLite's first finding, Io.
[[nodiscard]] Result<Done> check(const QSqlDatabase &database);

} // namespace RawFile

} // namespace Telemetry
