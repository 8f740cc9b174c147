#include "client/plugins/telemetry/napariwindows.h"

#include <QApplication>
#include <QWindow>

namespace Telemetry {

void NapariWindows::watch()
{
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &NapariWindows::look, Qt::UniqueConnection);
    m_known.clear();
    look();
}

void NapariWindows::stop()
{
    disconnect(qApp, &QGuiApplication::focusWindowChanged, this, nullptr);
}

void NapariWindows::look()
{
    bool isNew = false;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->inherits("_QtMainWindow") && !m_known.contains(widget)) {
            m_known.append(widget);
            isNew = true;
        }
    }
    m_known.removeIf([](const QPointer<QWidget> &window) { return window.isNull(); });
    if (isNew)
        Q_EMIT found();
}

} // namespace Telemetry
