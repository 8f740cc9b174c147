#include "client/package/disk/environmentlook.h"

#include "client/package/disk/installfacts.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

EnvironmentLook::EnvironmentLook(const Host &host, QObject *parent)
    : QObject(parent)
    , m_python(host.python)
    , m_siteFolder(QFileInfo(host.packageFolder).path())
{
}

InstallFacts EnvironmentLook::look()
{
    m_facts = {};
    m_facts.python = m_python;
    m_facts.siteFolder = m_siteFolder;
    Q_EMIT wanted();
    return lookAtEnvironment(m_facts);
}

bool EnvironmentLook::take(const QString &json)
{
    const auto parsed = parseJsonObject(json.toUtf8(), Limits::policyFileBytes);
    if (!parsed)
        return false;
    const QJsonObject &facts = parsed.value();
    m_facts.prefix = facts["prefix"_L1].toString();
    m_facts.bundled = facts["bundled"_L1].toBool();
    m_facts.hasPip = facts["pip"_L1].toBool();
    m_facts.hasQueue = facts["queue"_L1].toBool();
    return true;
}

} // namespace Telemetry
