#pragma once

#include "host/aggregate/publicfiles.h"

#include "contract/result.h"

#include <functional>

namespace Telemetry {

/// The public folder, replaced whole: a complete new folder is written beside it and the two names are exchanged in one
/// step of the file system, so that readers, and a crash at any moment, find all of the old or all of the new. The run
/// lock must be held. Not thread-safe.
class PublicDirectory
{
public:
    /// Told the name of each step before it is done; tests stop the process there.
    using Observer = std::function<void(const QString &step)>;

    explicit PublicDirectory(const QString &path, Observer observer = {});

    /// The weeks that the folder publishes now; none when there is no folder. Errors: Invalid (not a folder of this
    /// program), Unsupported, Io.
    [[nodiscard]] Result<QStringList> weeks() const;
    /// True when the folder was replaced, false when it held these files already. Removes what a killed run left.
    /// Errors: Invalid (the folder holds something else, which would be lost), Unsupported (the file system can't
    /// exchange names), Io.
    [[nodiscard]] Result<bool> replace(const PublicFiles &files) const;

private:
    [[nodiscard]] Result<Done> check() const;
    [[nodiscard]] Result<Done> removeLeftovers() const;
    [[nodiscard]] bool holds(const PublicFiles &files) const;
    [[nodiscard]] Result<Done> write(const QString &folder, const PublicFiles &files) const;
    [[nodiscard]] Result<Done> exchange(const QString &folder) const;
    void step(const QString &name) const;

    QString m_path; ///< absolute, links resolved
    QString m_parent;
    QString m_name;
    Observer m_observer;
};

} // namespace Telemetry
