#include "contract/publicstrings.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/soundstrings.h"
#include "contract/version.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// napari's own, and nobody else's: another package can't be called napari.
bool isNapariCommand(const QString &command)
{
    return command.startsWith("napari."_L1) || command.startsWith("napari:"_L1);
}

/// Empty when the name is of no plugin's form. What spans two lines is no command.
QString pluginOfCommand(const QString &command)
{
    const qsizetype dot = command.indexOf(u'.');
    if (dot < 0 || command.contains(u'\n') || isNapariCommand(command))
        return {};
    return normalisedPluginName(command.left(dot));
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
    auto object = parseJsonObject(json, Limits::publicListBytes);
    if (!object)
        return object.error();
    PublicStrings strings;
    strings.readPlugins(object.value()["plugins"_L1].toObject());
    strings.readPluginCommands(object.value()["plugin_commands"_L1].toObject());
    strings.readNapariCommands(object.value()["napari_commands"_L1]);
    strings.m_versions = ReleaseList::load(object.value()["versions"_L1].toObject());
    strings.m_leftOut += strings.m_versions.leftOut();
    if (strings.m_plugins.isEmpty() || strings.m_commands.isEmpty())
        return Error{Error::Code::Invalid, u"the public list has no plugin or no command"_s};
    if (strings.m_versions.releases(u"napari"_s).isEmpty())
        return Error{Error::Code::Invalid, u"the public list has no version of napari"_s};
    return strings;
}

void PublicStrings::readPlugins(const QJsonObject &plugins)
{
    for (auto it = plugins.begin(); it != plugins.end(); ++it) {
        const bool isName = it.key() != "napari"_L1 && it.key() == normalisedPluginName(it.key());
        const auto isRelease = [&](const QString &version) { return isName && isStableRelease(version); };
        const QStringList releases = soundStrings(it.value(), isRelease, m_leftOut);
        if (!releases.isEmpty())
            m_plugins.insert(it.key(), releases);
    }
}

void PublicStrings::readPluginCommands(const QJsonObject &plugins)
{
    for (auto it = plugins.begin(); it != plugins.end(); ++it) {
        const auto isOwn = [&](const QString &command) {
            return hasPlugin(it.key()) && pluginOfCommand(command) == it.key();
        };
        const QStringList commands = soundStrings(it.value(), isOwn, m_leftOut);
        if (!commands.isEmpty())
            m_pluginCommands.insert(it.key(), '\n' + commands.join(u'\n').toUtf8() + '\n');
    }
}

void PublicStrings::readNapariCommands(const QJsonValue &commands)
{
    for (const QString &command : soundStrings(commands, isNapariCommand, m_leftOut))
        m_commands.insert(command);
}

bool PublicStrings::hasRelease(const QString &name, const QString &version) const
{
    const auto plugin = m_plugins.constFind(name);
    return plugin != m_plugins.constEnd() && plugin->contains(version);
}

bool PublicStrings::hasCommand(const QString &command) const
{
    if (m_commands.contains(command))
        return true;
    const auto plugin = m_pluginCommands.constFind(pluginOfCommand(command));
    return plugin != m_pluginCommands.constEnd() && plugin->contains('\n' + command.toUtf8() + '\n');
}

QStringList PublicStrings::commands(const QString &name) const
{
    return QString::fromUtf8(m_pluginCommands.value(name)).split(u'\n', Qt::SkipEmptyParts);
}

bool PublicStrings::allows(const TopicDefinition &topic, const QJsonObject &value) const
{
    const PublicRule &rule = topic.publicRule;
    const QString name = value[rule.nameField].toString();
    switch (rule.kind) {
    case PublicRule::Kind::Nothing:
        return true;
    case PublicRule::Kind::Plugin:
        return hasRelease(name, value[rule.versionField].toString());
    case PublicRule::Kind::Command:
        return hasCommand(name);
    case PublicRule::Kind::Version:
        return hasVersion(rule.product.isEmpty() ? name.section(u' ', 0, 0) : rule.product,
                          rule.product.isEmpty() ? name.section(u' ', 1) : name);
    }
    return false;
}

bool PublicStrings::hasVersion(const QString &product, const QString &version) const
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    // A word, such as "dev", or no version at all: the dictionary's closed lists have it.
    return std::none_of(version.begin(), version.end(), isDigit) || m_versions.allows(product, version);
}

} // namespace Telemetry
