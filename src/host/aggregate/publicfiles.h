#pragma once

#include "host/aggregate/abstractreleasestore.h"

#include "contract/datadictionary.h"
#include "contract/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <functional>

namespace Telemetry {

/// Files by their path below the public folder.
using PublicFiles = QMap<QString, QByteArray>;

/// A public file that is made when it is asked for: one of them in memory at a time.
struct PublicFile
{
    QString path; ///< below the public folder
    /// Its bytes. Errors: those of the store.
    std::function<Result<QByteArray>()> make;
};

/// The public files of these releases (outlines, in rising order of their periods; the store has the rest): index.json,
/// datapackage.json, dictionary.json, tables/*.json and tables/*.csv, and periods/*.json, which never change but for a
/// removal; docs/aggregation.md describes them. They depend on nothing else, so that the same releases always give the
/// same bytes. What is given must outlive what is returned. One thread: the store's.
[[nodiscard]] QList<PublicFile> publicFiles(const DataDictionary &dictionary, const QList<Release> &outlines,
                                            const AbstractReleaseStore &store);

/// The weeks that an index.json lists. Errors: Invalid (not one of ours), Unsupported (a newer format).
[[nodiscard]] Result<QStringList> periodsOfIndex(const QByteArray &index);

} // namespace Telemetry
