#include "plugins/consent/windowattachment.h"

#include "consent/widgets/levelsettingspane.h"
#include "consent/widgets/statusindicator.h"
#include "plugins/consent/consentcontroller.h"
#include "plugins/consent/preferencespage.h"

#include <QAction>
#include <QChildEvent>
#include <QDialog>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

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
    connect(m_indicator, &StatusIndicator::levelChosen, controller, &ConsentController::choose);
    connect(m_indicator, &StatusIndicator::previewRequested, controller,
            [controller, window] { controller->showPreview(window); });
    connect(m_indicator, &StatusIndicator::settingsRequested, this, &WindowAttachment::openSettings);
    update();
}

bool WindowAttachment::isAttached(const QMainWindow *window)
{
    return window->findChild<QObject *>(u"TelemetryWindowAttachment"_s, Qt::FindDirectChildrenOnly) != nullptr;
}

void WindowAttachment::update()
{
    if (m_indicator && m_controller)
        m_indicator->show(m_controller->shown(), m_controller->note(), m_controller->isRunning());
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
    if (!preferences || !m_controller || preferences->findChild<LevelSettingsPane *>())
        return;
    ConsentController *controller = m_controller;
    auto *pane = new LevelSettingsPane(controller->dictionary(), controller->endpoints());
    const auto show = [pane, controller] {
        pane->show(controller->shown(), controller->note(), controller->isRunning());
    };
    show();
    connect(controller, &ConsentController::changed, pane, show);
    connect(pane, &LevelSettingsPane::levelChosen, controller, &ConsentController::choose);
    connect(pane, &LevelSettingsPane::previewRequested, controller,
            [controller, window = m_window] { controller->showPreview(window); });
    m_page = new PreferencesPage(preferences, tr("Telemetry"), pane);
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

} // namespace Telemetry
