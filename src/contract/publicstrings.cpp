#include "contract/publicstrings.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/version.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// napari's own, and nobody else's: another package can't be called napari.
bool isNapariCommand(const QString &command)
{
    return command.startsWith("napari."_L1) || command.startsWith("napari:"_L1);
}

} // namespace

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

Result<PublicStrings> PublicStrings::load(const QByteArray &json)
{
    auto object = parseJsonObject(json, Limits::publicPluginsBytes);
    if (!object)
        return object.error();
    PublicStrings strings;
    for (const QJsonValue &command : object.value()["napari_commands"_L1].toArray()) {
        if (isNapariCommand(command.toString()))
            strings.m_commands.insert(command.toString());
    }
    const QJsonObject plugins = object.value()["plugins"_L1].toObject();
    for (auto it = plugins.begin(); it != plugins.end(); ++it) {
        if (it.key() == "napari"_L1 || it.key() != normalisedPluginName(it.key()))
            continue;
        QStringList releases;
        for (const QJsonValue &version : it.value().toArray()) {
            if (isStableRelease(version.toString()))
                releases.append(version.toString());
        }
        releases.removeDuplicates();
        releases.squeeze();
        if (!releases.isEmpty())
            strings.m_plugins.insert(it.key(), releases);
    }
    if (strings.m_plugins.isEmpty() || strings.m_commands.isEmpty())
        return Error{Error::Code::Invalid, u"the public list has no plugin or no command"_s};
    return strings;
}

bool PublicStrings::hasRelease(const QString &name, const QString &version) const
{
    const auto plugin = m_plugins.constFind(name);
    return plugin != m_plugins.constEnd() && plugin->contains(version);
}

bool PublicStrings::hasCommand(const QString &command) const
{
    return m_commands.contains(command)
           || (!isNapariCommand(command)
               && m_plugins.contains(normalisedPluginName(command.left(command.indexOf(u'.')))));
}

bool PublicStrings::allows(const TopicDefinition &topic, const QJsonObject &value) const
{
    const PublicRule &rule = topic.publicRule;
    switch (rule.kind) {
    case PublicRule::Kind::Nothing:
        return true;
    case PublicRule::Kind::Plugin:
        return hasRelease(value[rule.nameField].toString(), value[rule.versionField].toString());
    case PublicRule::Kind::Command:
        return hasCommand(value[rule.nameField].toString());
    }
    return false;
}

} // namespace Telemetry
