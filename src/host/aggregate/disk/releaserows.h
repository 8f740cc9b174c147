#pragma once

#include "host/aggregate/release.h"
#include "sqlite/disk/sql.h"

#include "contract/result.h"

namespace Telemetry {

/// Releases as rows of the tables releases, drawings, cells and sums, which are the same in the private file and in its
/// public copy. On the thread of the connection.
namespace ReleaseRows {

/// What tells a file of them from others: its application_id, and a table that each version has.
inline constexpr qint64 applicationId = 1851877223;
inline constexpr QLatin1StringView markTable("releases");

/// What is read of a release.
enum class Parts {
    All,
    Outline, ///< no drawings and no cells, of which there may be hundreds of thousands
};
/// Those that `where` picks (a condition of SQL on the period; all, when it is empty), sorted by the ends of their
/// periods. Errors: Damaged, Io, Invalid.
[[nodiscard]] Result<QList<Release>> read(const QSqlDatabase &database, const QString &where = {},
                                          Parts parts = Parts::All);
/// Within the caller's transaction. Errors: Io, also when the period is there.
[[nodiscard]] Result<Done> insert(const QSqlDatabase &database, const Release &release);
/// Within the caller's transaction. Errors: Io.
[[nodiscard]] Result<Done> remove(const QSqlDatabase &database, const QString &period);

/// The bytes of a SQLite file that has these releases and nothing else; the same ones give the same bytes. Makes and
/// removes the file `path` on the way. Errors: Io.
[[nodiscard]] Result<QByteArray> fileOf(const QList<Release> &releases, const QString &path);

} // namespace ReleaseRows

} // namespace Telemetry
