#include "client/sources/usefilter.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The command ids of the plugin's manifest that begin with its own name and fit the dictionary.
QStringList ownCommands(const InstalledPlugin &plugin, const TopicDefinition &topic)
{
    QStringList own;
    for (const QString &command : plugin.commands) {
        const QJsonObject value{{topic.publicRule.nameField, command},
                                {topic.merge.greaterField, topic.merge.classes.value(0)}};
        if (normalisedPluginName(command.left(command.indexOf(u'.'))) == normalisedPluginName(plugin.name)
            && !topic.schema.validate(value))
            own.append(command);
    }
    return own;
}

} // namespace

UseFilter::UseFilter(const DataDictionary &dictionary, const PublicStrings &publicStrings,
                     const QList<InstalledPlugin> &installed, const QSet<QString> &heldTopics)
    : m_commands(publicStrings.napariCommands())
    , m_heldTopics(heldTopics)
{
    const TopicDefinition *plugins = dictionary.topicWith(PublicRule::Kind::Plugin);
    const TopicDefinition *commands = dictionary.topicWith(PublicRule::Kind::Command);
    for (const InstalledPlugin &plugin : installed) {
        if (!plugins || !commands || pluginValues({plugin}, publicStrings, *plugins).isEmpty())
            continue;
        for (const QString &command : ownCommands(plugin, *commands)) {
            if (publicStrings.hasCommand(command))
                m_commands.insert(command);
        }
    }
}

} // namespace Telemetry
