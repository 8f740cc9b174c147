#pragma once

#include "contract/result.h"

#include <QFile>
#include <QSet>

namespace Telemetry {

/// Overwrites what SQLite leaves between the rows of a page: when it moves rows to another page, their copies stay
/// where they were, in bytes that belong to nothing, and `secure_delete` doesn't reach them when the rows are deleted
/// later. So these bytes are set to zero in every page that the log had, once it is in the file. Readers never look at
/// them.
///
/// For the one process that writes the file, on its thread. It has the file open beside SQLite for as long as it lives,
/// and has to go after SQLite's connection: to close it takes away SQLite's locks.
class RawGaps
{
public:
    explicit RawGaps(const QString &database);

    /// Remembers which pages the log has. Before it is emptied. Errors: Io.
    [[nodiscard]] Result<Done> noteLog();
    /// After the log was emptied: overwrites the gaps of the pages that were noted, and waits for the disk if there was
    /// something in them. Errors: Io; then it is for the next time.
    [[nodiscard]] Result<Done> overwrite();

private:
    QFile m_database;
    QSet<quint32> m_pages; ///< their numbers, from 1
};

/// Sets the bytes of a page of a SQLite table or index that belong to no row to zero. False when there was nothing to
/// do, also for a page of another kind. `first`: it is the file's first, which begins with the file's header.
[[nodiscard]] bool emptyGap(QByteArray &page, bool first);

} // namespace Telemetry
