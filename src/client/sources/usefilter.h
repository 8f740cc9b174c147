#pragma once

#include "client/sources/layersource.h"
#include "client/sources/pluginsource.h"

#include <QSet>

namespace Telemetry {

/// Decides what of a use may be counted at all, before anything of it is kept: what is not public leaves no trace, not
/// even on this computer. Immutable: any thread.
class UseFilter
{
public:
    UseFilter(const DataDictionary &dictionary, const PublicStrings &publicStrings,
              const QList<InstalledPlugin> &installed, const QSet<QString> &heldTopics = {});

    /// Whether this is a command of napari itself, or a public one in the manifest of an installed plugin whose release
    /// is public. A whole id is looked up: a part that is public does not make it so.
    [[nodiscard]] bool allows(const QString &command) const { return m_commands.contains(command); }
    /// Whether uses may be kept as events of this topic at all: not while the user holds it, or what was used meanwhile
    /// would be told later.
    [[nodiscard]] bool keeps(const QString &topic) const { return !m_heldTopics.contains(topic); }

private:
    QSet<QString> m_commands;
    QSet<QString> m_heldTopics;
};

} // namespace Telemetry
