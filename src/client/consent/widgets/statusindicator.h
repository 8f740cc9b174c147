#pragma once

#include "client/consent/choice.h"
#include "client/consent/consentstatus.h"

#include <QToolButton>

class QActionGroup;
class QMenu;

namespace Telemetry {

/// Level and state in the status bar, by icon and words. A click opens a menu with the levels, the pause, the preview,
/// the settings and the public dashboard.
class StatusIndicator : public QToolButton
{
    Q_OBJECT
public:
    explicit StatusIndicator(QWidget *parent = nullptr);

    void show(const ConsentStatus &status);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void levelChosen(Telemetry::Level level);
    void pauseRequested(Telemetry::PauseLength length);
    void resumeRequested();
    void previewRequested();
    void settingsRequested();
    void dashboardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// The menu is made when it is first opened: napari's start does not wait for it.
    void makeMenu();
    void updateMenu();
    void updateIcon();

    ConsentStatus m_status;
    QMenu *m_menu = nullptr;
    QActionGroup *m_levels = nullptr;
    QMenu *m_pauses = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_preview = nullptr;
};

} // namespace Telemetry
