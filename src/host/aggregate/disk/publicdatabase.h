#pragma once

#include "contract/period.h"
#include "contract/result.h"

#include <QIODevice>
#include <QList>
#include <QString>

#include <memory>

namespace Telemetry {

/// A SQLite file that has these periods of the releases' file `source`, in this order, and nothing else, open to be
/// read; the same releases give the same bytes. `path`: where it is made; nothing of this name is left when it returns,
/// and the file goes with the object. Nobody may change `source` meanwhile. Errors: Damaged, Io, also when a period is
/// not there. Any thread.
[[nodiscard]] Result<std::unique_ptr<QIODevice>> publicDatabase(const QList<Period> &periods, const QString &source,
                                                                const QString &path);

} // namespace Telemetry
