#pragma once

#include <QAccessible>
#include <QScrollArea>
#include <QTest>
#include <QWidget>

namespace TestSupport {

/// Every control that a person can reach has a name and a role for a screen reader. Returns the object names of those
/// that have not.
inline QStringList withoutAName(const QWidget &window)
{
    QStringList nameless;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!interface || interface->text(QAccessible::Name).isEmpty() || interface->role() == QAccessible::NoRole)
            nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return nameless;
}

/// The object names of what Tab reaches, in its order, from the first control on; once around.
inline QStringList focusOrder(QWidget &window)
{
    QStringList names;
    QWidget *widget = &window;
    do {
        widget = widget->nextInFocusChain();
        if (widget->isVisibleTo(&window) && widget->isEnabledTo(&window) && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->objectName().startsWith(QLatin1String("qt_")))
            names.append(widget->objectName());
    } while (widget != &window);
    return names;
}

/// Whether what Tab reaches goes from top to bottom, and from left to right in a row. What scrolls is compared where it
/// lies in its content: a low screen shows less of it, and that changes no order. Tabs come before what is in them.
inline bool isReadingOrder(QWidget &window, const QStringList &names)
{
    QPoint lastOuter(-1, -1), lastInner;
    const QWidget *last = nullptr;
    for (const QString &name : names) {
        const QWidgetList named = window.findChildren<QWidget *>(name); // pages may have the same controls
        const QWidget *widget =
            *std::find_if(named.begin(), named.end(), [&](const QWidget *one) { return one->isVisibleTo(&window); });
        const QWidget *outer = widget;
        QPoint inner;
        for (const QWidget *parent = widget->parentWidget(); parent && parent != &window;
             parent = parent->parentWidget()) {
            if (const auto *area = qobject_cast<const QScrollArea *>(parent)) {
                outer = area;
                inner = widget->mapTo(area->widget(), widget->rect().center());
            }
        }
        const QPoint place = outer->mapTo(&window, outer->rect().center());
        const auto follows = [](const QPoint &one, const QPoint &next) {
            const bool sameRow = qAbs(next.y() - one.y()) < 12;
            return sameRow ? next.x() > one.x() : next.y() > one.y();
        };
        if (last && !last->isAncestorOf(widget)
            && !(place == lastOuter ? follows(lastInner, inner) : follows(lastOuter, place)))
            return false;
        lastOuter = place;
        lastInner = inner;
        last = widget;
    }
    return true;
}

} // namespace TestSupport
