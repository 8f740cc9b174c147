#pragma once

#include "contract/datadictionary.h"
#include "contract/publicstrings.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Telemetry {

/// A plugin as npe2's manifest names it.
struct InstalledPlugin
{
    QString name;
    QString version;           ///< empty when it was not installed as a release: from a folder, a file or a repository
    QStringList commands = {}; ///< the ids in its manifest
};

/// Reads the JSON list of {"name", "version", "commands"} that Python makes; what is missing is empty.
[[nodiscard]] QList<InstalledPlugin> installedPluginsFromJson(const QByteArray &json);

/// The values of the topic `plugin`, by rising name. Only plugins whose name and release are both on the public list;
/// all others leave no trace. The same plugin twice is one value, as the dictionary merges them. All of them,
/// also above the topic's cap: which ones are kept is drawn by WeeklyRecorder. Pure; any thread.
[[nodiscard]] QList<QJsonObject> pluginValues(const QList<InstalledPlugin> &installed,
                                              const PublicStrings &publicStrings, const TopicDefinition &topic);

} // namespace Telemetry
