#include "client/consent/clientfiles.h"

#include "client/consent/host.h"

namespace Telemetry {

namespace {

/// Whether napari has this folder for this environment alone.
bool isOwnFolder(const QString &settings, const QString &environment)
{
    // An environment of uvx has two folders, which are one word in its name.
    return QString(settings).replace(u'/', u'_').endsWith(u'_' + environment);
}

} // namespace

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

QString ClientFiles::recordIn(const QString &settings, const QString &environment)
{
    return isOwnFolder(settings, environment)
               ? settings + QStringLiteral("/telemetry-consent.json")
               : settings + QStringLiteral("/telemetry-consent-%1.json").arg(environment);
}

QString ClientFiles::userChoiceIn(const QString &settings, const QString &environment)
{
    const QString forAll = isOwnFolder(settings, environment) ? settings.chopped(environment.size() + 1) : settings;
    return forAll + QStringLiteral("/telemetry-user.json");
}

} // namespace Telemetry
