#include "plugins/consent/consentplugin.h"

#include "consent/disk/packageinstaller.h"
#include "consent/widgets/consentdialog.h"
#include "consent/widgets/installdialog.h"
#include "plugins/consent/consentcontroller.h"
#include "plugins/consent/windowattachment.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QLoggingCategory>
#include <QMainWindow>
#include <QTranslator>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.consent")

/// QPluginLoader never deletes a root object, and aboutToQuit is not emitted by scripts without an event loop. What
/// runs in all of them is a post routine, while the application still exists.
QPointer<ConsentPlugin> &instance()
{
    static QPointer<ConsentPlugin> plugin;
    return plugin;
}

void deleteInstance()
{
    delete instance();
}

/// The texts of all our plugins, in the user's language where we have it. English too: it holds the plural forms.
void installTranslator()
{
    auto *translator = new QTranslator(qApp);
    if (translator->load(QLocale(), u"telemetry"_s, u"_"_s, u":/telemetry/i18n"_s)
        || translator->load(u":/telemetry/i18n/telemetry_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}
} // namespace

ConsentPlugin::ConsentPlugin()
{
    installTranslator();
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
        qCWarning(log, "no window to start in");
        return false;
    }
    if (m_controller) {
        attachTo(mainWindow);
        return true;
    }
    auto host = hostFromJson(hostJson.toUtf8());
    QFile file(u":/telemetry/dictionary.json"_s);
    if (!host || !file.open(QIODevice::ReadOnly)) {
        qCWarning(log, "can't start: %s", host ? "no data dictionary" : qUtf8Printable(host.error().detail));
        return false;
    }
    auto dictionary = DataDictionary::load(file.readAll());
    if (!dictionary) {
        qCWarning(log, "can't start: %s", qUtf8Printable(dictionary.error().detail));
        return false;
    }
    m_controller = new ConsentController(host.value(), std::move(dictionary).value(), this);
    connect(m_controller, &ConsentController::telemetryWanted, this, &ConsentPlugin::telemetryWanted,
            Qt::QueuedConnection);
    connect(m_controller, &ConsentController::installationWanted, this, &ConsentPlugin::install);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &ConsentPlugin::attachToNewWindows);
    m_controller->begin();
    attachTo(mainWindow);
    if (m_controller->shown().ask)
        ask(mainWindow);
    return true;
}

void ConsentPlugin::attachTelemetry(QObject *plugin)
{
    if (m_controller)
        m_controller->attach(plugin);
}

void ConsentPlugin::telemetryFailed(const QString &reason)
{
    if (m_controller)
        m_controller->packageFailed(reason);
}

void ConsentPlugin::attachTo(QMainWindow *window)
{
    if (WindowAttachment::isAttached(window))
        return;
    new WindowAttachment(m_controller, window); // the window's child
    if (!m_window)
        m_window = window;
}

void ConsentPlugin::attachToNewWindows()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->inherits("_QtMainWindow"))
            attachTo(static_cast<QMainWindow *>(widget));
    }
}

void ConsentPlugin::ask(QMainWindow *window)
{
    auto *dialog =
        new ConsentDialog(m_controller->dictionary(), m_controller->endpoints(), m_controller->shown().maximum, window);
    connect(dialog, &ConsentDialog::answered, m_controller, &ConsentController::choose);
    dialog->open();
}

void ConsentPlugin::install()
{
    if (findChild<PackageInstaller *>())
        return; // under way already
    auto *installer = new PackageInstaller(m_controller->host().python, ourRelease(), this);
    auto *dialog = new InstallDialog(installer->commandLine(), m_window);
    connect(installer, &PackageInstaller::output, dialog, &InstallDialog::appendOutput);
    connect(installer, &PackageInstaller::finished, dialog, [=, this](bool succeeded, const QString &reason) {
        if (succeeded) {
            dialog->accept();
            m_controller->packageReady();
        } else {
            dialog->showFailure(reason);
            m_controller->packageFailed(reason);
        }
    });
    connect(dialog, &InstallDialog::retryRequested, installer, [=] {
        dialog->showRunning();
        installer->start();
    });
    // The dialog outlives neither its window nor a "Close": with it goes the installer, and with that its child
    // process.
    connect(dialog, &QObject::destroyed, installer, &QObject::deleteLater);
    connect(dialog, &QDialog::rejected, m_controller, [=, this] {
        if (installer->isRunning())
            m_controller->packageFailed(tr("cancelled"));
    });
    dialog->show();
    installer->start();
}

} // namespace Telemetry
