#include "client/consent/widgets/statusindicator.h"
#include "picturestate.h"
#include "statuses.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QToolTip>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

/// Where napari has it: at the end of the status bar, beside others' widgets.
StatusIndicator *indicate(QMainWindow *parent, const ConsentStatus &status)
{
    auto *indicator = new StatusIndicator;
    parent->statusBar()->addPermanentWidget(indicator);
    parent->statusBar()->showMessage(u"Ready"_s);
    indicator->show(status);
    return indicator;
}

QList<QWidget *> open(QMainWindow *parent, const ConsentStatus &status, bool pauses)
{
    StatusIndicator *indicator = indicate(parent, status);
    QCoreApplication::processEvents(); // the status bar is laid out
    QMenu *menu = indicator->menu();
    menu->popup(QPoint()); // it is filled only now
    menu->move(indicator->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    QList<QWidget *> shown{parent, menu};
    if (auto *pause = menu->findChild<QMenu *>(u"TelemetryPauseMenu"_s); pauses && pause) {
        menu->setActiveAction(pause->menuAction());
        const QRect entry = menu->actionGeometry(pause->menuAction());
        pause->popup(menu->mapToGlobal(entry.topRight()));
        if (menu->isRightToLeft())
            pause->move(menu->mapToGlobal(entry.topLeft()) - QPoint(pause->width(), 0));
        shown.append(pause);
    }
    return shown;
}

QList<QWidget *> hover(QMainWindow *parent, const ConsentStatus &status)
{
    StatusIndicator *indicator = indicate(parent, status);
    QCoreApplication::processEvents();
    // As napari's event filter does, so that lines break.
    QToolTip::showText(indicator->mapToGlobal(QPoint(0, -80)), indicator->toolTip(), indicator);
    QList<QWidget *> shown{parent};
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel") && window->isVisible())
            shown.append(window);
    }
    return shown;
}

ConsentStatus attention()
{
    ConsentStatus status = Gallery::status(record(Level::Basic));
    status.activity.problem = u"/home/ada/.local/share/napari/telemetry: No space left on device"_s;
    return status;
}

} // namespace

QList<PictureState> indicatorStates()
{
    QList<PictureState> states;
    const auto add = [&](const QString &name, const std::function<ConsentStatus()> &status) {
        states.append({u"Indicator"_s, name, [status](QMainWindow *w) -> QList<QWidget *> {
                           indicate(w, status());
                           return {w};
                       }});
    };
    add(u"off"_s, [] { return status(record(Level::None)); });
    add(u"basic"_s, [] { return status(record(Level::Basic)); });
    add(u"middle"_s, [] { return status(record(Level::Middle)); });
    add(u"full"_s, [] { return status(record(Level::Full)); });
    add(u"paused"_s, [] { return paused(Level::Middle); });
    add(u"waiting to send"_s, [] { return waiting(Level::Middle); });
    add(u"can't reach the server"_s, [] { return unreachable(Level::Middle); });
    add(u"stopped by administrator"_s, [] { return administered(record(Level::Middle), Level::None); });
    add(u"needs attention"_s, attention);
    const QString menu = u"Indicator's menu"_s;
    states.append({menu, u"at full"_s, [](QMainWindow *w) { return open(w, waiting(Level::Full), true); }, true});
    states.append({menu, u"off"_s, [](QMainWindow *w) { return open(w, status(record(Level::None)), false); }});
    states.append({menu, u"paused"_s, [](QMainWindow *w) { return open(w, paused(Level::Middle), false); }});
    states.append({menu, u"capped at basic"_s,
                   [](QMainWindow *w) { return open(w, administered(record(Level::Middle), Level::Basic), false); }});
    states.append({u"Indicator's tooltip"_s, u"waiting to send"_s,
                   [](QMainWindow *w) { return hover(w, waiting(Level::Middle)); }});
    return states;
}

} // namespace Gallery
