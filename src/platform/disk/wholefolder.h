#pragma once

#include "platform/disk/folderdraft.h"

#include "contract/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace Telemetry {

/// A folder for everybody to read, replaced whole: a complete new folder is written beside it and the two names are
/// exchanged in one step of the file system, so that readers, and a crash at any moment, find all of the old or all of
/// the new. Only one process may do it at a time. Not thread-safe.
class WholeFolder
{
public:
    using Observer = FolderDraft::Observer;

    explicit WholeFolder(const QString &path, Observer observer = {});

    /// Absolute, links resolved.
    [[nodiscard]] const QString &path() const { return m_path; }
    /// What is directly in it now, hidden things too; nothing when there is no folder. Errors: Invalid (not a folder).
    [[nodiscard]] Result<QStringList> entries() const;
    /// What is to replace it. Removes what a killed run left. Whatever else is in the folder is lost with
    /// FolderDraft::finish(): look at entries() first. Errors: Io.
    [[nodiscard]] Result<std::unique_ptr<FolderDraft>> draft() const;

private:
    [[nodiscard]] Result<Done> removeLeftovers() const;

    QString m_path;
    QString m_parent;
    QString m_name;
    Observer m_observer;
};

} // namespace Telemetry
