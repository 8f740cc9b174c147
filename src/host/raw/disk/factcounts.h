#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QHash>

class QSqlDatabase;

namespace Telemetry {

/// How many events have each fact, by the fact's key.
using FactCounts = QHash<QByteArray, qint64>;

/// Counts the events of a raw file, row by row: GROUP BY sorts all rows first, which takes longer, and memory that
/// grows with them. Within the connection's transaction, on its thread. By SQLite itself: handing a row over through Qt
/// takes seven times what reading it does. Errors: Damaged, Io.
[[nodiscard]] Result<FactCounts> countFacts(const QSqlDatabase &database);

/// The same through Qt: where the SQLite that Qt has is not the one that this program is linked to.
[[nodiscard]] Result<FactCounts> countFactsThroughQt(const QSqlDatabase &database);

} // namespace Telemetry
