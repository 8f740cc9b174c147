#include "sources/pluginsource.h"

#include "contract/mergerule.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString normalisedPluginName(const QString &name)
{
    QString normal;
    bool separated = false;
    for (const QChar c : name) {
        const bool separator = c == u'-' || c == u'_' || c == u'.';
        if (!separator)
            normal += c;
        else if (!separated)
            normal += u'-';
        separated = separator;
    }
    return normal.toLower();
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
    return values.values().mid(0, topic.cap);
}

} // namespace Telemetry
