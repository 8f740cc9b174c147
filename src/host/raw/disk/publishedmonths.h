#pragma once

#include "contract/period.h"
#include "contract/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// The months that are published, whose raw events the collector deletes: a file beside the raw database, which the
/// aggregation writes and the collector reads, because only one of them may change the database. One month a line.
namespace PublishedMonths {

/// The file of this raw database.
[[nodiscard]] QString fileOf(const QString &raw);
/// Errors: Invalid (a line that is no month, no end of the last line), TooLarge.
[[nodiscard]] Result<QList<Period>> parse(const QByteArray &bytes);
/// None when there is no file. Errors: as parse(), Io.
[[nodiscard]] Result<QList<Period>> read(const QString &raw);
/// Whole or not at all, mode 0600. Errors: Io.
[[nodiscard]] Result<Done> write(const QString &raw, const QList<Period> &months);

/// Of stored periods those that lie in one of these months, and the months themselves.
[[nodiscard]] QStringList within(const QList<Period> &months, const QStringList &periods);

} // namespace PublishedMonths

} // namespace Telemetry
