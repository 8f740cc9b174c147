#pragma once

#include "contract/datadictionary.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace Telemetry {

/// A package's name in PEP 503's normal form: lower case, runs of `-`, `_` and `.` are one `-`.
[[nodiscard]] QString normalisedPluginName(const QString &name);

/// The names that are public already: the plugins of napari's public list with their stable releases, and the commands
/// of released napari. Only these may leave a computer, and the collector takes no others. Immutable after load(): any
/// thread.
class PublicStrings
{
public:
    /// Reads the public list: `{"plugins": {"napari-svg": ["0.2.1", …], …}, "napari_commands": ["napari.…", …]}`. What
    /// is not a name, a stable release or a command of napari is left out, also when the rest is well.
    /// Errors: Invalid (not a list, or without any release or command), TooLarge.
    [[nodiscard]] static Result<PublicStrings> load(const QByteArray &json);

    [[nodiscard]] bool hasPlugin(const QString &name) const { return m_plugins.contains(name); }
    [[nodiscard]] bool hasRelease(const QString &name, const QString &version) const;
    /// A command that a released napari registers itself.
    [[nodiscard]] bool hasNapariCommand(const QString &command) const { return m_commands.contains(command); }
    /// A command of napari itself, or one whose first part is the name of a public plugin. (Whether that plugin has
    /// such a command only its manifest can say: see UseFilter.)
    [[nodiscard]] bool hasCommand(const QString &command) const;
    [[nodiscard]] const QSet<QString> &napariCommands() const { return m_commands; }
    [[nodiscard]] QList<QString> plugins() const { return m_plugins.keys(); }
    [[nodiscard]] QStringList releases(const QString &name) const { return m_plugins.value(name); }

    /// Whether every string of the value that the topic wants public is public.
    [[nodiscard]] bool allows(const TopicDefinition &topic, const QJsonObject &value) const;

private:
    // Lists, although they are searched: a set for each of some hundred plugins takes 1 MB of every napari.
    QHash<QString, QStringList> m_plugins;
    QSet<QString> m_commands;
};

} // namespace Telemetry
