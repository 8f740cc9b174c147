#pragma once

#include "client/consent/consentrecord.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QAction;
class QDialog;
class QMainWindow;
class QMenu;

namespace Telemetry {

class ConsentController;
class EraseDialog;
class LevelSettingsPane;
class PreferencesPage;
class StatusIndicator;

/// What we add to one napari window: the indicator in its status bar and the page in its preferences. Belongs to the
/// window and goes with it.
class WindowAttachment : public QObject
{
    Q_OBJECT
public:
    WindowAttachment(ConsentController *controller, QMainWindow *window);

    /// That of a window; null when there is none.
    [[nodiscard]] static WindowAttachment *of(const QMainWindow *window);

    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Offers to erase what was sent.
    void offerErase();

Q_SIGNALS:
    /// The other package should go.
    void uninstallRequested();
    /// This computer's values are to be shown, above this window.
    void sampleRequested(QWidget *window);

private:
    void update();
    void addPage(QDialog *preferences);
    /// `chosenHere` becomes the record that was last written from here.
    void connectPane(LevelSettingsPane *pane, QDialog *preferences,
                     const std::shared_ptr<std::optional<ConsentRecord>> &chosenHere);
    void openSettings();
    void openDashboard();
    void updateHelpMenu();
    [[nodiscard]] QMenu *helpMenu() const;

    QPointer<ConsentController> m_controller;
    QMainWindow *m_window;
    QPointer<StatusIndicator> m_indicator;
    QPointer<PreferencesPage> m_page;
    QPointer<EraseDialog> m_eraseDialog;
    QPointer<QAction> m_helpAction; ///< in napari's Help menu
};

} // namespace Telemetry
