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
/// What was published of one table in a period, sorted by key, again and again. Goes before the connection does.
class CellQuery
{
public:
    explicit CellQuery(const QSqlDatabase &database);
    /// Errors: Damaged, Io.
    [[nodiscard]] Result<QList<ReleasedCell>> cells(const QString &period, const QString &table);

private:
    QSqlQuery m_query;
    bool m_isPrepared = false;
};
/// Within the caller's transaction. Errors: Io, also when the period is there.
[[nodiscard]] Result<Done> insert(const QSqlDatabase &database, const Release &release);
/// Within the caller's transaction. Errors: Io.
[[nodiscard]] Result<Done> remove(const QSqlDatabase &database, const QString &period);

} // namespace ReleaseRows

} // namespace Telemetry
