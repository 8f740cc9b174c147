#pragma once

#include "host/aggregate/abstractpublicdraft.h"

#include "contract/result.h"
#include "platform/disk/wholefolder.h"

#include <memory>

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
    /// What is to replace it; removes what a killed run left. Errors: Invalid (the folder holds something else, which
    /// would be lost), Io.
    [[nodiscard]] Result<std::unique_ptr<AbstractPublicDraft>> draft() const;

private:
    [[nodiscard]] Result<Done> check() const;

    WholeFolder m_folder;
};

} // namespace Telemetry
