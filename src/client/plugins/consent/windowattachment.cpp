#include "client/plugins/consent/windowattachment.h"

#include "client/consent/contact.h"
#include "client/consent/widgets/erasedialog.h"
#include "client/consent/widgets/levelsettingspane.h"
#include "client/consent/widgets/statusindicator.h"
#include "client/plugins/consent/consentcontroller.h"
#include "client/plugins/consent/preferencespage.h"

#include <QAction>
#include <QChildEvent>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace Telemetry {

WindowAttachment::WindowAttachment(ConsentController *controller, QMainWindow *window)
    : QObject(window)
    , m_controller(controller)
    , m_window(window)
    , m_indicator(new StatusIndicator)
{
    setObjectName(u"TelemetryWindowAttachment"_s);
    window->statusBar()->addPermanentWidget(m_indicator);
    window->installEventFilter(this);
    connect(controller, &ConsentController::changed, this, &WindowAttachment::update);
    connect(m_indicator, &StatusIndicator::levelChosen, controller, [controller](Level level) {
        controller->choose({level, std::nullopt, std::nullopt});
    });
    connect(m_indicator, &StatusIndicator::pauseRequested, controller, &ConsentController::pause);
    connect(m_indicator, &StatusIndicator::resumeRequested, controller, &ConsentController::resume);
    connect(m_indicator, &StatusIndicator::previewRequested, controller,
            [controller, window] { controller->showPreview(window); });
    connect(m_indicator, &StatusIndicator::settingsRequested, this, &WindowAttachment::openSettings);
    connect(m_indicator, &StatusIndicator::dashboardRequested, this, &WindowAttachment::openDashboard);
    update();
}

WindowAttachment *WindowAttachment::of(const QMainWindow *window)
{
    return window->findChild<WindowAttachment *>(QString(), Qt::FindDirectChildrenOnly);
}

void WindowAttachment::update()
{
    if (!m_indicator || !m_controller)
        return;
    if (m_controller->isEnabled()) {
        m_indicator->show(m_controller->status());
    } else {
        m_indicator->hide();
        delete m_page;
    }
    updateHelpMenu();
    if (m_eraseDialog)
        m_eraseDialog->show(m_controller->status().activity);
}

QMenu *WindowAttachment::helpMenu() const
{
    // napari's own, found by what is in it: its title is translated, and its object has no name of its own.
    for (const QAction *entry : m_window->menuBar()->actions()) {
        for (const QAction *action : entry->menu() ? entry->menu()->actions() : QList<QAction *>()) {
            if (action->objectName().startsWith("napari.window.help."_L1))
                return entry->menu();
        }
    }
    return nullptr;
}

void WindowAttachment::updateHelpMenu()
{
    if (!m_controller->isEnabled()) {
        delete m_helpAction;
        return;
    }
    if (m_helpAction)
        return;
    QMenu *menu = helpMenu();
    if (!menu)
        return; // a napari that is built otherwise: the indicator still opens it
    m_helpAction = menu->addAction(tr("Telemetry preview…"));
    m_helpAction->setObjectName(u"TelemetryHelpAction"_s);
    m_helpAction->setParent(this); // goes with us
    // napari fills the menu anew when its commands change.
    connect(menu, &QMenu::aboutToShow, m_helpAction, [action = m_helpAction.data(), menu] {
        if (!menu->actions().contains(action))
            menu->addAction(action);
    });
    connect(m_helpAction, &QAction::triggered, this, [this] {
        if (m_controller)
            m_controller->showPreview(m_window);
    });
}

bool WindowAttachment::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildPolished) {
        QObject *child = static_cast<QChildEvent *>(event)->child();
        if (child->inherits("PreferencesDialog"))
            addPage(qobject_cast<QDialog *>(child));
    }
    return QObject::eventFilter(watched, event);
}

void WindowAttachment::addPage(QDialog *preferences)
{
    if (!preferences || !m_controller || !m_controller->isEnabled() || preferences->findChild<PreferencesPage *>())
        return;
    const auto chosenHere = std::make_shared<std::optional<ConsentRecord>>();
    m_page = new PreferencesPage(preferences, tr("Telemetry"), [this, preferences, chosenHere] {
        auto *pane = new LevelSettingsPane(m_controller->question());
        connectPane(pane, preferences, chosenHere);
        return pane;
    });
    ConsentController *controller = m_controller;
    // As napari's own pages: what was chosen holds at once, and Cancel puts back what was there when it was opened. But
    // an answer that was given elsewhere since is not this page's to take back.
    connect(preferences, &QDialog::rejected, controller,
            [controller, chosenHere, record = controller->store().record(), never = controller->store().neverAsk()] {
                controller->recheck();
                if (*chosenHere && *chosenHere == controller->store().record())
                    controller->restore(record);
                if (controller->store().neverAsk() != never)
                    controller->setNeverAsk(never);
            });
}

void WindowAttachment::connectPane(LevelSettingsPane *pane, QDialog *preferences,
                                   const std::shared_ptr<std::optional<ConsentRecord>> &chosenHere)
{
    ConsentController *controller = m_controller;
    const auto show = [pane, controller] {
        pane->show(controller->status(), controller->store().record(), controller->store().neverAsk());
    };
    show();
    connect(controller, &ConsentController::changed, pane, show);
    connect(controller, &ConsentController::identifiersReady, pane, [pane](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        pane->showIdentifiers(text);
    });
    connect(pane, &LevelSettingsPane::chosen, controller, [controller, chosenHere](const Choice &choice) {
        controller->choose(choice);
        *chosenHere = controller->store().record();
    });
    connect(pane, &LevelSettingsPane::resumeRequested, controller, [controller, chosenHere] {
        controller->resume();
        *chosenHere = controller->store().record();
    });
    connect(pane, &LevelSettingsPane::installRequested, &controller->package(), &PackageKeeper::install);
    connect(pane, &LevelSettingsPane::uninstallRequested, this, &WindowAttachment::uninstallRequested);
    connect(pane, &LevelSettingsPane::neverAskChosen, controller, &ConsentController::setNeverAsk);
    connect(pane, &LevelSettingsPane::previewRequested, controller,
            [controller, window = m_window] { controller->showPreview(window); });
    connect(pane, &LevelSettingsPane::sampleRequested, this,
            [this, preferences] { Q_EMIT sampleRequested(preferences); });
    connect(pane, &LevelSettingsPane::deletePendingRequested, controller, &ConsentController::deletePending);
    connect(pane, &LevelSettingsPane::eraseRequested, this, &WindowAttachment::offerErase);
    connect(pane, &LevelSettingsPane::forgetReceiptsRequested, controller, &ConsentController::forgetReceipts);
    connect(pane, &LevelSettingsPane::identifiersRequested, controller, &ConsentController::requestIdentifiers);
}

void WindowAttachment::offerErase()
{
    if (!m_controller)
        return;
    if (!m_eraseDialog) {
        m_eraseDialog = new EraseDialog(m_window);
        connect(m_eraseDialog, &EraseDialog::eraseRequested, m_controller, &ConsentController::eraseSent);
    }
    m_eraseDialog->show(m_controller->status().activity);
    m_eraseDialog->raise();
}

void WindowAttachment::openSettings()
{
    // napari's own action, found by its public command id: its menu, its shortcut and its dialog stay the only ones. It
    // is no child of the window but hangs in a menu of its menu bar.
    for (const QAction *menu : m_window->menuBar()->actions()) {
        if (!menu->menu())
            continue;
        for (QAction *action : menu->menu()->actions()) {
            if (action->objectName() == "napari.window.file.show_preferences_dialog"_L1) {
                action->trigger();
                if (m_page)
                    m_page->select();
                return;
            }
        }
    }
}

void WindowAttachment::openDashboard()
{
    QDesktopServices::openUrl(QUrl(QLatin1StringView(Contact::landingPage)));
}

} // namespace Telemetry
