#include "client/plugins/consent/questioner.h"

#include "client/consent/widgets/consentdialog.h"
#include "client/plugins/consent/consentcontroller.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>

namespace Telemetry {

Questioner::Questioner(ConsentController *controller, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
{
    connect(controller, &ConsentController::changed, this, &Questioner::follow);
}

void Questioner::askIn(QMainWindow *window)
{
    m_window = window;
    ask();
}

void Questioner::ask()
{
    if (m_dialog || !m_window || !m_controller->status().effective.ask)
        return;
    if (QWidget *modal = QApplication::activeModalWidget()) {
        if (m_inTheWay != modal) {
            m_inTheWay = modal;
            modal->installEventFilter(this);
        }
        return;
    }
    m_dialog = new ConsentDialog(m_controller->question(), m_controller->status().effective.maximum, m_window);
    connect(m_dialog, &ConsentDialog::answered, m_controller, &ConsentController::choose);
    connect(m_dialog, &ConsentDialog::sampleRequested, this,
            [this, dialog = m_dialog.data()] { Q_EMIT sampleRequested(dialog); });
    m_dialog->open();
}

bool Questioner::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_inTheWay && (event->type() == QEvent::Hide || event->type() == QEvent::Destroy)) {
        watched->removeEventFilter(this);
        m_inTheWay.clear();
        // After whatever its closing sets off.
        QMetaObject::invokeMethod(this, &Questioner::ask, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Questioner::follow()
{
    if (m_dialog && !m_controller->status().effective.ask)
        m_dialog->dismiss();
}

} // namespace Telemetry
