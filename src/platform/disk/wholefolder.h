#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace Telemetry {

/// A folder for everybody to read, replaced whole: a complete new folder is written beside it and the two names are
/// exchanged in one step of the file system, so that readers, and a crash at any moment, find all of the old or all of
/// the new. Only one process may do it at a time. Not thread-safe.
class WholeFolder
{
public:
    /// By their path in the folder.
    using Files = QMap<QString, QByteArray>;
    /// Gives the bytes of the file of a path; asked at most twice for each. Its errors are those of replace().
    using Source = std::function<Result<QByteArray>(const QString &path)>;
    /// Told the name of each step before it is done; tests stop the process there.
    using Observer = std::function<void(const QString &step)>;

    explicit WholeFolder(const QString &path, Observer observer = {});

    /// Absolute, links resolved.
    [[nodiscard]] const QString &path() const { return m_path; }
    /// What is directly in it now, hidden things too; nothing when there is no folder. Errors: Invalid (not a folder).
    [[nodiscard]] Result<QStringList> entries() const;
    /// True when the folder was replaced, false when it held these files already. Removes what a killed run left.
    /// Whatever else is in it is lost: look at entries() first. Errors: Unsupported (the file system can't exchange
    /// names), Io.
    [[nodiscard]] Result<bool> replace(const Files &files) const;
    /// The same of files that are not all in memory: each is asked for when it is compared, and when it is written, in
    /// the order of the paths, which must not have one twice.
    [[nodiscard]] Result<bool> replace(QStringList paths, const Source &bytesOf) const;

private:
    [[nodiscard]] Result<Done> removeLeftovers() const;
    [[nodiscard]] Result<bool> holds(const QStringList &paths, const Source &bytesOf) const;
    [[nodiscard]] Result<Done> write(const QString &folder, const QStringList &paths, const Source &bytesOf) const;
    [[nodiscard]] Result<Done> exchange(const QString &folder) const;
    void step(const QString &name) const;

    QString m_path;
    QString m_parent;
    QString m_name;
    Observer m_observer;
};

} // namespace Telemetry
