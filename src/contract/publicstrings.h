#pragma once

#include "contract/datadictionary.h"
#include "contract/releaselist.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace Telemetry {

/// A package's name in PEP 503's normal form: lower case, runs of `-`, `_` and `.` are one `-`.
[[nodiscard]] QString normalisedPluginName(const QString &name);

/// The names that are public already: the plugins of napari's public list with their stable releases and the commands
/// of their manifests, the commands of released napari, and the releases of napari, Python and systems. Only these may
/// leave a computer, and the collector takes no others. Immutable after load(): any thread.
class PublicStrings
{
public:
    /// Reads the public list:
    ///
    ///     {"plugins": {"napari-svg": ["0.2.1", …], …}, "plugin_commands": {"napari-svg": ["napari-svg.…", …], …},
    ///      "versions": {"napari": ["0.9.2", …], …}, "napari_commands": ["napari.…", …]}
    ///
    /// What is not a name, a stable release, a command of napari or of a plugin that is listed is left out, also when
    /// the rest is well. Errors: Invalid (not a list, or without any release, command or version of napari), TooLarge.
    [[nodiscard]] static Result<PublicStrings> load(const QByteArray &json);

    [[nodiscard]] bool hasPlugin(const QString &name) const { return m_plugins.contains(name); }
    [[nodiscard]] bool hasRelease(const QString &name, const QString &version) const;
    /// A command of napari itself, or one of the manifest of a public plugin, in the spelling that it has there.
    [[nodiscard]] bool hasCommand(const QString &command) const;
    [[nodiscard]] const QSet<QString> &napariCommands() const { return m_commands; }
    [[nodiscard]] QList<QString> plugins() const { return m_plugins.keys(); }
    [[nodiscard]] QStringList releases(const QString &name) const { return m_plugins.value(name); }
    [[nodiscard]] QStringList commands(const QString &name) const;
    [[nodiscard]] const ReleaseList &versions() const { return m_versions; }
    /// How many entries of the list were left out.
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; }

    /// Whether every string of the value that the topic wants public is public.
    [[nodiscard]] bool allows(const TopicDefinition &topic, const QJsonObject &value) const;

private:
    [[nodiscard]] bool hasVersion(const QString &product, const QString &version) const;
    void readPlugins(const QJsonObject &plugins);
    void readPluginCommands(const QJsonObject &plugins);
    void readNapariCommands(const QJsonValue &commands);

    // Lists, although they are searched: a set for each of some hundred plugins takes 1 MB of every napari.
    QHash<QString, QStringList> m_plugins;
    QHash<QString, QByteArray> m_pluginCommands; ///< one a line, for the same reason
    QSet<QString> m_commands;
    ReleaseList m_versions;
    qsizetype m_leftOut = 0;
};

} // namespace Telemetry
