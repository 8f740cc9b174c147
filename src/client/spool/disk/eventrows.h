#pragma once

#include "client/spool/abstractspool.h"

#include <QSqlDatabase>
#include <QVariantList>

#include <functional>

namespace Telemetry {

/// Reads the events that the condition (SQL, with its values) fits, by level, topic, period and bytes. One that can't
/// be read is left out. Nothing is left of an event that was erased, so it never fits.
[[nodiscard]] Result<QList<SpooledEvent>> readEvents(const QSqlDatabase &database, const QString &condition,
                                                     const QVariantList &values = {});

/// Calls `each` for every event that the condition fits, in the order of the file, until it returns false.
/// `bytesColumn` is where the event is read from: bytes or receipt.
[[nodiscard]] Result<Done> visitEvents(const QSqlDatabase &database, const QString &bytesColumn,
                                       const QString &condition, const QVariantList &values,
                                       const std::function<bool(const SpooledEvent &)> &each);

/// What the column `answer` has when the collector took the event.
[[nodiscard]] inline QString acceptedAnswer()
{
    return QStringLiteral("accepted");
}

/// Counts, without reading any event.
[[nodiscard]] Result<SpoolStatus> readStatus(const QSqlDatabase &database);

} // namespace Telemetry
