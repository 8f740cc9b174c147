#pragma once

#include "spool/abstractspool.h"

#include <QSqlDatabase>
#include <QVariantList>

namespace Telemetry {

/// Reads the events that the condition (SQL, with its values) fits, by level, topic, week and bytes. One that can't be
/// read is left out. Nothing is left of an event that was erased, so it never fits.
[[nodiscard]] Result<QList<SpooledEvent>> readEvents(const QSqlDatabase &database, const QString &condition,
                                                     const QVariantList &values = {});

/// Counts, without reading any event.
[[nodiscard]] Result<SpoolStatus> readStatus(const QSqlDatabase &database);

} // namespace Telemetry
