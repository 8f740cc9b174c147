#include "plugins/consent/consentcontroller.h"

#include "consent/levelsummary.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.consent")

QHash<QString, QString> processEnvironment()
{
    const QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> hash;
    for (const char *name : {"NAPARI_TELEMETRY", "DO_NOT_TRACK", "CI"}) {
        const QString key = QString::fromLatin1(name);
        if (variables.contains(key))
            hash.insert(key, variables.value(key));
    }
    return hash;
}
} // namespace

ConsentController::ConsentController(const Host &host, DataDictionary dictionary, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_dictionary(std::move(dictionary))
    , m_file(host.configFolder)
{
    if (qEnvironmentVariableIsSet(endpointVariable)) {
        auto endpoints = Endpoints::onLoopback(qEnvironmentVariable(endpointVariable));
        if (endpoints)
            m_endpoints = std::move(endpoints).value();
        else
            m_endpointProblem = tr("Off: %1.").arg(endpoints.error().detail);
    }
}

void ConsentController::evaluate()
{
    PolicyInputs inputs;
    inputs.administrator = ConsentFile::readAdministratorPolicy();
    inputs.environment = processEnvironment();
    inputs.platformName = QGuiApplication::platformName();
    inputs.personsSession = !m_host.configFolder.isEmpty();
    inputs.record = m_host.configFolder.isEmpty() ? Found<ConsentRecord>() : m_file.read();
    inputs.dictionary = m_dictionary.version();
    inputs.now = QDateTime::currentDateTimeUtc();
    m_effective = m_endpointProblem.isEmpty()
                      ? Policy::evaluate(inputs)
                      : EffectiveLevel{Level::None, false, true, Level::None, m_endpointProblem};
}

EffectiveLevel ConsentController::shown() const
{
    EffectiveLevel shown = m_effective;
    if (m_missing) {
        shown.level = Level::None;
        shown.reason = tr("Off: the package napari-telemetry is not installed. Choose a level to install it.");
    }
    if (m_endpoints.isOverride())
        shown.reason += u'\n'
                        + tr("Sent to %1 only (set by %2).")
                              .arg(m_endpoints.displayHost(Level::Basic), QLatin1StringView(endpointVariable));
    return shown;
}

void ConsentController::begin()
{
    evaluate();
    apply(false);
}

void ConsentController::choose(Level level)
{
    m_note.clear();
    const ConsentRecord record{level, m_dictionary.version(), LevelSummary::textHash(m_dictionary, m_endpoints),
                               QDateTime::currentDateTimeUtc(), std::nullopt};
    const auto written = m_file.write(record);
    evaluate();
    if (!written) {
        // An answer that can't be kept is not acted on, or a no would turn into yesterday's yes at the next start.
        qCWarning(log, "the answer could not be saved: %s", qUtf8Printable(written.error().detail));
        m_note = tr("Your answer could not be saved in %1: %2").arg(m_file.path(), written.error().detail);
        m_effective.level = Level::None;
    }
    apply(true);
}

void ConsentController::apply(bool mayInstall)
{
    m_missing = false;
    const auto grant = ConsentGate::grantFor(m_effective);
    if (!grant) {
        if (isRunning())
            m_telemetry->withdraw();
        m_running = false;
    } else if (m_plugin) {
        m_telemetry->start(*grant, m_host, m_endpoints);
        m_running = true;
    } else if (packageIsInstalled()) {
        Q_EMIT telemetryWanted();
    } else {
        m_missing = true;
        if (mayInstall)
            Q_EMIT installationWanted();
    }
    Q_EMIT changed();
}

bool ConsentController::packageIsInstalled() const
{
    return QFileInfo(m_host.packageFolder).isDir();
}

void ConsentController::packageReady()
{
    m_note.clear();
    apply(false);
}

void ConsentController::packageFailed(const QString &reason)
{
    m_note = tr("napari-telemetry could not be installed or loaded: %1").arg(reason);
    qCWarning(log, "napari-telemetry could not be installed or loaded: %s", qUtf8Printable(reason));
    m_missing = m_plugin.isNull() && m_effective.level != Level::None;
    Q_EMIT changed();
}

void ConsentController::attach(QObject *plugin)
{
    auto *telemetry = qobject_cast<TelemetryInterface *>(plugin);
    if (!telemetry) {
        packageFailed(tr("it is not the plugin that was expected"));
        return;
    }
    if (telemetry->release() != ourRelease()) {
        packageFailed(tr("it is release %1, and %2 is needed").arg(telemetry->release(), ourRelease()));
        return;
    }
    m_plugin = plugin;
    m_telemetry = telemetry;
    apply(false);
}

void ConsentController::showPreview(QWidget *window)
{
    if (isRunning() && m_plugin)
        m_telemetry->showPreview(window);
}

} // namespace Telemetry
