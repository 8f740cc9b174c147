#pragma once

#include <QObject>
#include <QPointer>

class QDialog;
class QMainWindow;

namespace Telemetry {

class ConsentController;
class PreferencesPage;
class StatusIndicator;

/// What we add to one napari window: the indicator in its status bar and the page in its preferences. Belongs to the
/// window and goes with it.
class WindowAttachment : public QObject
{
    Q_OBJECT
public:
    WindowAttachment(ConsentController *controller, QMainWindow *window);

    [[nodiscard]] static bool isAttached(const QMainWindow *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void addPage(QDialog *preferences);
    void openSettings();

    QPointer<ConsentController> m_controller;
    QMainWindow *m_window;
    QPointer<StatusIndicator> m_indicator;
    QPointer<PreferencesPage> m_page;
};

} // namespace Telemetry
