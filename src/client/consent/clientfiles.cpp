#include "client/consent/clientfiles.h"

#include "client/consent/host.h"

namespace Telemetry {

ClientFiles::ClientFiles(const Host &host)
    : ClientFiles(host.dataFolder + QStringLiteral("/telemetry"), host.environment)
{
}

ClientFiles::ClientFiles(const QString &folder, const QString &environment)
    : m_folder(folder)
    , m_environment(environment)
{
}

QString ClientFiles::sendingState() const
{
    return m_folder + QStringLiteral("/spool-%1.sending.json").arg(m_environment);
}

} // namespace Telemetry
