#pragma once

#include "host/aggregate/publicfiles.h"

#include "contract/result.h"
#include "platform/disk/wholefolder.h"

namespace Telemetry {

/// The public folder, which is replaced whole. The run lock must be held. Not thread-safe.
class PublicDirectory
{
public:
    using Observer = WholeFolder::Observer;

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

    WholeFolder m_folder;
};

} // namespace Telemetry
