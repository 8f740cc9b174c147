#pragma once

#include "client/preview/eventstore.h"
#include "client/spool/abstractspool.h"
#include "contract/datadictionary.h"
#include "contract/result.h"

#include <QString>

namespace Telemetry {

class SqlitePreview;

/// All events of this kind. Worker thread. Errors: those of the spool.
[[nodiscard]] Result<QList<SpooledEvent>> eventsOf(const SqlitePreview &spool, EventStore::Kind kind);

/// What the user's file is called when they name no other: a table in their home folder. Any thread.
[[nodiscard]] QString suggestedExportFile();

/// Writes the events into the user's file, whole or not at all: as CSV when it is called so, else as JSON. Errors: Io,
/// with the system's words.
[[nodiscard]] Result<Done> exportEvents(const QList<SpooledEvent> &events, const DataDictionary &dictionary,
                                        const QString &file);

} // namespace Telemetry
