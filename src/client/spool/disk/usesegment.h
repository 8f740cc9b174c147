#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Telemetry {

/// One file of the journal beside a spool (0600): lines are appended until it is closed, counted in the spool, then
/// overwritten and deleted. As long as the object lives it holds a lock, by which other processes see that somebody
/// cares for the file; it ends with the process, however that ends.
class UseSegment
{
public:
    /// A new, empty one. Errors: Io.
    [[nodiscard]] static Result<std::unique_ptr<UseSegment>> make(const QString &spoolFile);
    /// One that a process has left behind. Nothing when another process cares for it, or it is gone meanwhile.
    [[nodiscard]] static std::unique_ptr<UseSegment> adopt(const QString &file);
    /// The files of all segments beside this spool, of this version's format.
    [[nodiscard]] static QStringList filesOf(const QString &spoolFile);
    /// What tells a segment from all others, by its file.
    [[nodiscard]] static QString nameOf(const QString &file);

    /// Appends one use of a thing with one write(2): once this returns true, it is in the file even if the process is
    /// killed. `first` is written for the first use of this number, `again` for all others; see useLine().
    [[nodiscard]] bool append(int number, const QByteArray &first, const QByteArray &again);
    /// The next use of each number is its first one again: the numbers stand for other events from now on.
    void forgetNames() { m_named.clear(); }
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Everything that was appended. Errors: Io.
    [[nodiscard]] Result<QByteArray> read();
    /// Overwrites and deletes the file. Errors: Io (it may be there still, overwritten or not).
    [[nodiscard]] Result<Done> destroy();
    [[nodiscard]] QString name() const { return nameOf(m_file.fileName()); }

private:
    explicit UseSegment(const QString &file);
    [[nodiscard]] bool lock();

    QFile m_file;
    qint64 m_size = 0;
    bool m_torn = false;       ///< the last line may be there in part
    std::vector<bool> m_named; ///< by number: the file has its first line
};

/// How many uses wait beside this spool, of all processes; lines that can't be read don't count. Changes nothing.
[[nodiscard]] int waitingUses(const QString &spoolFile);

/// Overwrites every segment beside this spool but the one of this name, also those of running processes (who go on
/// with an empty file), and deletes those that nobody cares for. Errors: Io, after all were tried.
[[nodiscard]] Result<Done> emptySegments(const QString &spoolFile, const QString &spared = {});

} // namespace Telemetry
