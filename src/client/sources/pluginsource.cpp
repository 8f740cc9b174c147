#include "client/sources/pluginsource.h"

#include "contract/mergerule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace Telemetry {

QList<InstalledPlugin> installedPluginsFromJson(const QByteArray &json)
{
    QList<InstalledPlugin> plugins;
    for (const QJsonValue &entry : QJsonDocument::fromJson(json).array()) {
        InstalledPlugin plugin{entry["name"_L1].toString(), entry["version"_L1].toString()};
        for (const QJsonValue &command : entry["commands"_L1].toArray())
            plugin.commands.append(command.toString());
        plugins.append(plugin);
    }
    return plugins;
}

QList<QJsonObject> pluginValues(const QList<InstalledPlugin> &installed, const PublicStrings &publicStrings,
                                const TopicDefinition &topic)
{
    QMap<QString, QJsonObject> values;
    for (const InstalledPlugin &plugin : installed) {
        const QString name = normalisedPluginName(plugin.name);
        const QJsonObject value{{topic.publicRule.nameField, name}, {topic.publicRule.versionField, plugin.version}};
        if (!publicStrings.allows(topic, value) || topic.schema.validate(value))
            continue;
        const auto known = values.constFind(name);
        values.insert(name, known == values.constEnd() ? value : mergeValues(topic.merge, *known, value));
    }
    return values.values();
}

} // namespace Telemetry
