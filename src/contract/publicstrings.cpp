#include "contract/publicstrings.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/version.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<PublicStrings> PublicStrings::load(const QByteArray &json)
{
    auto object = parseJsonObject(json, Limits::publicPluginsBytes);
    if (!object)
        return object.error();
    const QJsonObject plugins = object.value()["plugins"_L1].toObject();
    if (plugins.isEmpty())
        return Error{Error::Code::Invalid, u"the public plugin list is empty"_s};
    PublicStrings strings;
    for (auto it = plugins.begin(); it != plugins.end(); ++it) {
        QSet<QString> releases;
        for (const QJsonValue &version : it.value().toArray()) {
            if (isStableRelease(version.toString()))
                releases.insert(version.toString());
        }
        if (!releases.isEmpty())
            strings.m_plugins.insert(it.key(), releases);
    }
    return strings;
}

bool PublicStrings::hasRelease(const QString &name, const QString &version) const
{
    const auto plugin = m_plugins.constFind(name);
    return plugin != m_plugins.constEnd() && plugin->contains(version);
}

bool PublicStrings::hasCommand(const QString &command) const
{
    const QString owner = command.left(command.indexOf(u'.'));
    return owner == "napari"_L1 || m_plugins.contains(owner);
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
