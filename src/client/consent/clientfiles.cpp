#include "client/consent/clientfiles.h"

#include "client/consent/host.h"
#include "contract/limits.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

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
    : ClientFiles(host.dataFolder + u"/telemetry"_s, host.environment)
{
}

ClientFiles::ClientFiles(const QString &folder, const QString &environment)
    : m_folder(folder)
    , m_environment(environment)
    , m_key(keyOf(environment))
{
}

QString ClientFiles::keyOf(const QString &environment)
{
    const QByteArray digest = QCryptographicHash::hash(environment.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(digest.first(Limits::environmentDigits));
}

QString ClientFiles::sendingState() const
{
    return m_folder + u"/spool-%1.sending.json"_s.arg(m_key);
}

QString ClientFiles::erasing() const
{
    return m_folder + u"/spool-%1.erasing"_s.arg(m_key);
}

QString ClientFiles::held() const
{
    return m_folder + u"/held-%1.json"_s.arg(m_key);
}

QString ClientFiles::recordIn(const QString &settings, const QString &environment)
{
    return isOwnFolder(settings, environment) ? settings + u"/telemetry-consent.json"_s
                                              : settings + u"/telemetry-consent-%1.json"_s.arg(keyOf(environment));
}

QString ClientFiles::userChoiceIn(const QString &settings, const QString &environment)
{
    const QString forAll = isOwnFolder(settings, environment) ? settings.chopped(environment.size() + 1) : settings;
    return forAll + u"/telemetry-user.json"_s;
}

QString ClientFiles::refusalIn(const QString &data, const QString &environment)
{
    return data + u"/telemetry-refused-%1.json"_s.arg(keyOf(environment));
}

} // namespace Telemetry
