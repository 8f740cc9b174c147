#pragma once

#include "contract/datadictionary.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace Telemetry {

/// The names that are public already: the plugins of napari's public list with their stable releases. Only these may
/// leave a computer, and the collector takes no others. Immutable after load(): any thread.
class PublicStrings
{
public:
    /// Reads the public plugin list: `{"plugins": {"napari-svg": ["0.2.1", …], …}}`.
    [[nodiscard]] static Result<PublicStrings> load(const QByteArray &json);

    [[nodiscard]] bool hasPlugin(const QString &name) const { return m_plugins.contains(name); }
    [[nodiscard]] bool hasRelease(const QString &name, const QString &version) const;
    /// A command of napari itself, or one whose first part is the name of a public plugin.
    [[nodiscard]] bool hasCommand(const QString &command) const;
    [[nodiscard]] QList<QString> plugins() const { return m_plugins.keys(); }
    [[nodiscard]] QSet<QString> releases(const QString &name) const { return m_plugins.value(name); }

    /// Whether every string of the value that the topic wants public is public.
    [[nodiscard]] bool allows(const TopicDefinition &topic, const QJsonObject &value) const;

private:
    QHash<QString, QSet<QString>> m_plugins;
};

} // namespace Telemetry
