#include "client/plugins/consent/consentplugin.h"

#include "client/consent/clientfiles.h"
#include "client/consent/consentlog.h"
#include "client/consent/disk/consentcommands.h"
#include "client/consent/lazydictionary.h"
#include "client/consent/sampleevents.h"
#include "client/consent/widgets/sampledialog.h"
#include "client/language/language.h"
#include "client/package/disk/environmentlook.h"
#include "client/package/disk/packageinstaller.h"
#include "client/package/disk/packageverifier.h"
#include "client/package/disk/shippedmanifest.h"
#include "client/package/disk/telemetrypackage.h"
#include "client/package/queueinstaller.h"
#include "client/package/removal.h"
#include "client/package/widgets/installation.h"
#include "client/plugins/consent/consentcontroller.h"
#include "client/plugins/consent/questioner.h"
#include "client/plugins/consent/windowattachment.h"
#include "platform/disk/shippedresources.h"

#include <QApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMainWindow>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
/// QPluginLoader never deletes a root object, and aboutToQuit is not emitted by scripts without an event loop. What
/// runs in all of them is a post routine, while the application still exists.
QPointer<ConsentPlugin> &instance()
{
    static QPointer<ConsentPlugin> plugin;
    return plugin;
}

QJsonObject verifiedPackage(const Host &host)
{
    QJsonObject answer = PackageVerifier::verify(shippedManifest(), host.packageFolder).toJson();
    answer[u"release"_s] = ourRelease();
    return answer;
}

/// Whether this is napari's main window. One that is part of another program's window is left alone.
bool isMainWindow(const QObject *object)
{
    return object->isWidgetType() && object->inherits("_QtMainWindow")
           && static_cast<const QWidget *>(object)->isWindow();
}

void deleteInstance()
{
    delete instance();
}
} // namespace

ConsentPlugin::ConsentPlugin()
{
    instance() = this;
    qAddPostRoutine(deleteInstance);
}

ConsentPlugin::~ConsentPlugin()
{
    qRemovePostRoutine(deleteInstance);
}

bool ConsentPlugin::start(QObject *window, const QString &hostJson)
{
    auto *mainWindow = qobject_cast<QMainWindow *>(window);
    if (!mainWindow) {
        qCWarning(consentLog, "no window to start in");
        return false;
    }
    if (m_controller) {
        attachTo(mainWindow);
        return true;
    }
    auto host = hostFromJson(hostJson.toUtf8());
    if (!host) {
        qCWarning(consentLog, "can't start: %s", qUtf8Printable(host.error().detail));
        return false;
    }
    Language::install(Language::choose(host.value().language, QLocale())); // before the first text
    const auto dictionary = LazyDictionary::fromJson(shippedDictionarySource());
    if (!dictionary) {
        qCWarning(consentLog, "can't start: %s", qUtf8Printable(dictionary.error().detail));
        return false;
    }
    auto package = std::make_unique<TelemetryPackage>(shippedManifest(), host.value().packageFolder,
                                                      ClientFiles(host.value()).folder());
    m_package = package.get();
    m_controller = new ConsentController(host.value(), dictionary.value(), std::move(package),
                                         QGuiApplication::platformName(), this);
    PackageKeeper &keeper = m_controller->package();
    connect(&keeper, &PackageKeeper::nameCheckWanted, this, &ConsentPlugin::nameCheckWanted);
    connect(&keeper, &PackageKeeper::installationWanted, this, &ConsentPlugin::install);
    connect(m_controller, &ConsentController::telemetryWanted, this, &ConsentPlugin::telemetryWanted,
            Qt::QueuedConnection);
    connect(m_controller, &ConsentController::eraseOffered, this, &ConsentPlugin::offerErase);
    m_look = new EnvironmentLook(host.value(), this);
    connect(m_look, &EnvironmentLook::wanted, this, &ConsentPlugin::installFactsWanted);
    connect(m_controller, &ConsentController::sampleWanted, this, &ConsentPlugin::showSample);
    m_questioner = new Questioner(m_controller, this);
    connect(m_questioner, &Questioner::sampleRequested, this, &ConsentPlugin::showSample);
    m_controller->begin();
    attachTo(mainWindow);
    attachToNewWindows();
    qApp->installEventFilter(this); // a window need not become active to be seen
    m_questioner->askIn(mainWindow);
    return true;
}

QString ConsentPlugin::why() const
{
    if (!m_controller)
        return {};
    const ConsentStatus status = m_controller->status();
    return status.words() + u'\n' + status.explanation();
}

bool ConsentPlugin::eventFilter(QObject *watched, QEvent *event)
{
    // Hears every event of napari: the cheapest question first. The window is not shown yet when it comes.
    if (event->type() == QEvent::Show && isMainWindow(watched))
        QMetaObject::invokeMethod(this, &ConsentPlugin::attachToNewWindows, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

QString ConsentPlugin::command(const QString &name, const QString &file, const QString &hostJson)
{
    const auto host = hostFromJson(hostJson.toUtf8());
    const auto dictionary = shippedDictionary();
    QJsonObject answer;
    if (host && dictionary) {
        Language::install(Language::choose(host.value().language, QLocale()));
        if (name == "status"_L1)
            answer = ConsentCommands(host.value(), dictionary.value()).status(pythonFactsFromJson(hostJson.toUtf8()));
        else if (name == "revoke"_L1)
            answer = ConsentCommands(host.value(), dictionary.value()).revoke();
        else if (name == "not deleted"_L1)
            answer = ConsentCommands::notDeleted(file);
        else if (name == "verify"_L1)
            answer = verifiedPackage(host.value());
        else if (name == "policy"_L1)
            answer = ConsentCommands::checkPolicy(file);
    }
    return QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

QString ConsentPlugin::openPackage(const QString &hostJson)
{
    const auto host = hostFromJson(hostJson.toUtf8());
    if (!host)
        return host.error().detail;
    Language::install(Language::choose(host.value().language, QLocale()));
    m_opened = std::make_unique<TelemetryPackage>(shippedManifest(), host.value().packageFolder,
                                                  ClientFiles(host.value()).folder());
    m_opened->verifyNow();
    const PackageReport &report = m_opened->report();
    return report.outcome == PackageReport::Outcome::Verified ? QString() : report.toJson()["message"_L1].toString();
}

TelemetryPackage *ConsentPlugin::package() const
{
    return m_controller ? m_package : m_opened.get();
}

void ConsentPlugin::setEnabled(bool enabled)
{
    if (m_controller)
        m_controller->setEnabled(enabled);
}

void ConsentPlugin::attachTelemetry(QObject *plugin)
{
    if (m_controller)
        m_controller->attach(plugin);
}

void ConsentPlugin::telemetryFailed(const QString &reason)
{
    if (m_controller)
        m_controller->package().fail(reason);
}

void ConsentPlugin::setNameTaken(bool taken)
{
    if (m_controller)
        m_controller->package().setNameTaken(taken);
}

QStringList ConsentPlugin::verifiedFiles() const
{
    return package() ? package()->files() : QStringList();
}

QByteArray ConsentPlugin::verifiedBytes(const QString &file) const
{
    return package() ? package()->bytes(file) : QByteArray();
}

QString ConsentPlugin::privateCopy(const QString &file)
{
    return package() ? package()->copy(file) : QString();
}

void ConsentPlugin::dropPrivateCopy(const QString &file, bool isLoaded)
{
    if (!package())
        return;
    package()->dropCopy();
    if (isLoaded)
        package()->forget(file);
}

void ConsentPlugin::attachTo(QMainWindow *window)
{
    if (WindowAttachment::of(window))
        return;
    auto *attachment = new WindowAttachment(m_controller, window); // the window's child
    connect(attachment, &WindowAttachment::sampleRequested, this, &ConsentPlugin::showSample);
    connect(attachment, &WindowAttachment::uninstallRequested, this, &ConsentPlugin::uninstall);
}

void ConsentPlugin::attachToNewWindows()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && isMainWindow(widget))
            attachTo(static_cast<QMainWindow *>(widget));
    }
}

QMainWindow *ConsentPlugin::window() const
{
    const auto ours = [](QWidget *widget) {
        auto *window = qobject_cast<QMainWindow *>(widget);
        return window && WindowAttachment::of(window) ? window : nullptr;
    };
    for (QWidget *widget = QApplication::activeWindow(); widget; widget = widget->parentWidget()) {
        if (QMainWindow *window = ours(widget))
            return window;
    }
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (QMainWindow *window = ours(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

void ConsentPlugin::setInstalledPlugins(const QString &json)
{
    m_installed = installedPluginsFromJson(json.toUtf8());
}

void ConsentPlugin::showSample(QWidget *parent)
{
    const auto publicStrings = shippedPublicStrings();
    if (!publicStrings) {
        qCWarning(consentLog, "%s", qUtf8Printable(publicStrings.error().detail));
        return;
    }
    m_installed.reset();
    Q_EMIT installedPluginsWanted(); // Python answers with setInstalledPlugins() before this returns
    const Host &host = m_controller->host();
    auto *dialog = new SampleDialog(
        SampleEvents(m_controller->dictionary(), HostFacts::ofThisComputer(host.napariVersion, host.pythonVersion),
                     m_installed, publicStrings.value(), Week::of(QDateTime::currentDateTimeUtc())),
        parent);
    m_installed.reset();
    dialog->show();
}

void ConsentPlugin::offerErase()
{
    if (const QMainWindow *where = window())
        WindowAttachment::of(where)->offerErase();
}

void ConsentPlugin::uninstall()
{
    if (m_removal || (m_installation && m_installation->isRunning()))
        return; // under way already
    m_removal = new Removal(&m_controller->package(), m_look->look(), new PackageInstaller, this);
    m_removal->begin();
}

void ConsentPlugin::install(InstallPlan::Action action)
{
    if (m_installation || m_removal)
        return; // under way already
    m_installation = new Installation(
        &m_controller->package(), [look = m_look] { return look->look(); }, action, new PackageInstaller, window(),
        this);
    connect(m_installation->queue(), &QueueInstaller::jobWanted, this, &ConsentPlugin::queueJobWanted);
    connect(m_installation->queue(), &QueueInstaller::cancelWanted, this, &ConsentPlugin::queueCancelWanted);
    m_installation->begin();
}

void ConsentPlugin::setInstallFacts(const QString &json)
{
    if (m_look && !m_look->take(json))
        qCWarning(consentLog, "what Python says about this environment can't be read");
}

void ConsentPlugin::queueOutput(const QString &text)
{
    if (m_installation)
        m_installation->queue()->take(text);
}

void ConsentPlugin::queueFinished(int exitCode)
{
    if (m_installation)
        m_installation->queue()->end(exitCode);
}

void ConsentPlugin::queueRefused(const QString &reason)
{
    if (m_installation)
        m_installation->queue()->refuse(reason);
}

} // namespace Telemetry
