#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;
class QWidget;

namespace Telemetry {

class ConsentController;
class ConsentDialog;

/// Asks when a question is due, once, in one window, and never above another modal window of napari: it waits until
/// that is closed. Takes the question away when it was answered elsewhere. GUI thread.
class Questioner : public QObject
{
    Q_OBJECT
public:
    explicit Questioner(ConsentController *controller, QObject *parent = nullptr);

    /// Asks in this window if a question is due.
    void askIn(QMainWindow *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// This computer's values are to be shown, above this window.
    void sampleRequested(QWidget *window);

private:
    void ask();
    void follow();

    ConsentController *m_controller;
    QPointer<QMainWindow> m_window;
    QPointer<ConsentDialog> m_dialog;
    QPointer<QWidget> m_inTheWay; ///< the modal window that is waited for
};

} // namespace Telemetry
