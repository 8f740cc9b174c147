#pragma once

#include "contract/datadictionary.h"
#include "contract/result.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace Telemetry {

struct Release;

/// What was taken out of everything that is published, and of everything that will be.
struct Removal
{
    enum class Kind {
        Cell,   ///< one row of one table, in all periods
        Topic,  ///< all tables of a topic
        Plugin, ///< a plugin, in whatever table, and its commands
    };
    Kind kind = Kind::Cell;
    QString name;    ///< of the table, the topic or the plugin
    QStringList key; ///< of a cell: the text of each dimension
    QDate day;
    QString reason; ///< as the history shows it

    friend bool operator==(const Removal &, const Removal &) = default;
};

/// "cell", "topic" or "plugin".
[[nodiscard]] QString removalKindName(Removal::Kind kind);
/// Errors: Unsupported.
[[nodiscard]] Result<Removal::Kind> removalKindFrom(const QString &name);

/// What was given on the command line: `words` are the kind and what it is of, such as "plugin napari-svg" or
/// "cell plugin-versions napari-svg 0.2.1". Errors: Invalid, in words: another kind, a topic or table that the
/// dictionary doesn't have, a number of texts that the table has no dimensions for, no reason.
[[nodiscard]] Result<Removal> readRemoval(const QStringList &words, const QString &reason, QDate day,
                                          const DataDictionary &dictionary);

/// Whether it takes out this cell of this table. `key` is a cellKey(). Of a table that this dictionary doesn't have any
/// more nobody knows the topic; a plugin is looked for in all its texts, as a name and in commands.
[[nodiscard]] bool removes(const Removal &removal, const DataDictionary &dictionary, const QString &table,
                           const QString &key);
/// Whether it takes out the whole table.
[[nodiscard]] bool removesTable(const Removal &removal, const DataDictionary &dictionary, const QString &table);

/// Takes out of a release what was removed; true when there was something.
bool applyRemovals(const QList<Removal> &removals, const DataDictionary &dictionary, Release &release);

} // namespace Telemetry
