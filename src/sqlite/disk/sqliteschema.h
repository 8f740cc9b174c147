#pragma once

#include "contract/result.h"

#include <QString>
#include <QStringList>

class QSqlDatabase;

namespace Telemetry {

/// What a SQLite file of ours holds, and how it comes to hold it. The file's user_version is how many of the scripts it
/// has seen.
struct SqliteSchema
{
    QString owner;            ///< who makes such files, for messages: "made by a newer version of …"
    QStringList scripts;      ///< resources in order; each sets user_version to its place in this list, from 1
    qint64 applicationId = 0; ///< that the first script sets; another program's file is refused by it. 0: none
    QString table = {};       ///< that every version has: files of ours are older than their id. Empty: not looked at

    [[nodiscard]] qint64 version() const { return scripts.size(); }
};

/// Brings an open file to the schema, in one transaction; several processes may try at once. Errors: Unsupported (made
/// by a newer version), Invalid (another program's file), Damaged, Io; nothing was written then.
[[nodiscard]] Result<Done> bringToSchema(const QSqlDatabase &database, const SqliteSchema &schema);

/// Only looks whether the file has the schema. Errors: as above; an older file is Invalid.
[[nodiscard]] Result<Done> checkSchema(const QSqlDatabase &database, const SqliteSchema &schema);

} // namespace Telemetry
