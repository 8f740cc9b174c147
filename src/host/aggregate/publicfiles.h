#pragma once

#include "host/aggregate/release.h"

#include "contract/datadictionary.h"
#include "contract/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace Telemetry {

/// Files by their path below the public folder.
using PublicFiles = QMap<QString, QByteArray>;

/// The public files of these releases (in rising order of weeks): index.json, datapackage.json, dictionary.json,
/// tables/*.json and tables/*.csv, and periods/*.json, which never change but for a removal; docs/aggregation.md
/// describes them. They depend on nothing else, so that the same releases always give the same bytes.
[[nodiscard]] PublicFiles publicFiles(const DataDictionary &dictionary, const QList<Release> &releases);

/// The weeks that an index.json lists. Errors: Invalid (not one of ours), Unsupported (a newer format).
[[nodiscard]] Result<QStringList> periodsOfIndex(const QByteArray &index);

} // namespace Telemetry
