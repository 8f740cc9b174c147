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
    /// The dictionary must have the topics `plugin`, `command` and `layer-data`; whatever it lacks is not counted.
    UseFilter(const DataDictionary &dictionary, const PublicStrings &publicStrings,
              const QList<InstalledPlugin> &installed, const QSet<QString> &heldTopics = {});

    /// Whether this is a command of napari itself, or one in the manifest of an installed plugin whose release is
    /// public. A whole id is looked up: a part that is public does not make it so.
    [[nodiscard]] bool allows(const QString &command) const { return m_commands.contains(command); }
    /// Whether layers may be counted at all: not while the user holds their topic.
    [[nodiscard]] bool countsLayers() const { return m_countsLayers; }
    /// What of the layer may be counted, see coarsened().
    [[nodiscard]] LayerFacts coarsened(const LayerFacts &facts) const;

private:
    QSet<QString> m_commands;
    TopicDefinition m_layers;
    bool m_countsLayers = true;
};

} // namespace Telemetry
