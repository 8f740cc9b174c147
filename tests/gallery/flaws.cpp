#include "flaws.h"

#include "support/accessible.h"
#include "support/showncells.h"
#include "support/shownwidgets.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionButton>
#include <QToolButton>
#include <QTreeView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

/// WCAG 2.1, level AA, for text of usual size.
constexpr double enough = 4.5;

double light(QRgb colour)
{
    const auto linear = [](int channel) {
        const double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb one, QRgb other)
{
    const double a = light(one) + 0.05;
    const double b = light(other) + 0.05;
    return a > b ? a / b : b / a;
}

/// Where in a window the text of a widget is painted, without frames and marks, as far as it is in sight.
QRect textArea(const QWidget &widget)
{
    QRect area = widget.visibleRegion().boundingRect();
    QStyleOptionButton option;
    option.initFrom(&widget);
    if (qobject_cast<const QRadioButton *>(&widget)) {
        area &= widget.style()->subElementRect(QStyle::SE_RadioButtonContents, &option, &widget);
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        area &= widget.inherits("QCheckBox")
                    ? widget.style()->subElementRect(QStyle::SE_CheckBoxContents, &option, &widget)
                    : widget.rect().adjusted(4, 3, -4, -3);
        if (widget.inherits("QToolButton") && static_cast<const QToolButton &>(widget).menu())
            area.setRight(area.right() - 16); // its arrow
        if (!button->icon().isNull())
            area.setLeft(qMin(area.right(), area.left() + button->iconSize().width() + 6));
    } else if (widget.inherits("QComboBox")) {
        area &= widget.rect().adjusted(4, 3, -24, -3);
    } else if (widget.inherits("QPlainTextEdit")) {
        area = static_cast<const QPlainTextEdit &>(widget).viewport()->geometry();
    }
    return area.translated(widget.mapTo(widget.window(), QPoint()));
}

QString shownText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->currentText();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget))
        return edit->toPlainText();
    return {};
}

void addWeak(QStringList &found, const QString &where, const QImage &picture, const QRect &area, int lineHeight)
{
    const double least = leastContrast(picture, area, lineHeight);
    if (least < enough)
        found.append(u"contrast %1: %2"_s.arg(least, 0, 'f', 2).arg(where));
}

void addWeakCells(QStringList &found, const QTreeView &tree, const QImage &picture)
{
    const QPoint origin = tree.viewport()->mapTo(tree.window(), QPoint());
    for (QModelIndex row = tree.indexAt(QPoint(0, 0)); row.isValid(); row = tree.indexBelow(row)) {
        if (tree.visualRect(row).top() > tree.viewport()->height())
            break;
        for (int column = 0; column < tree.model()->columnCount(); ++column) {
            const QModelIndex index = row.siblingAtColumn(column);
            const QRect cell = tree.visualRect(index) & tree.viewport()->rect();
            if (!cell.isEmpty() && cell.height() >= tree.fontMetrics().height())
                addWeak(found, index.data().toString(), picture, cell.adjusted(2, 2, -2, -2).translated(origin),
                        tree.fontMetrics().height());
        }
    }
}

} // namespace

double leastContrast(const QImage &picture, const QRect &area, int lineHeight)
{
    const double scale = picture.devicePixelRatio();
    const QRect pixels =
        QRect((QPointF(area.topLeft()) * scale).toPoint(), (QSizeF(area.size()) * scale).toSize()) & picture.rect();
    QHash<QRgb, int> counts;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    const auto most = std::max_element(counts.cbegin(), counts.cend(),
                                       [](const auto &one, const auto &other) { return one < other; });
    if (most == counts.cend())
        return 21;
    const QRgb background = most.key();
    const int high = int(std::ceil(lineHeight * scale));
    const int wide = high * 3;
    double least = 21;
    for (int top = pixels.top(); top <= pixels.bottom(); top += high) {
        for (int left = pixels.left(); left <= pixels.right(); left += wide) {
            const QRect piece = QRect(left, top, wide, high) & pixels;
            double best = 1;
            int inked = 0;
            for (int y = piece.top(); y <= piece.bottom(); ++y) {
                for (int x = piece.left(); x <= piece.right(); ++x) {
                    const double one = contrast(picture.pixel(x, y), background);
                    inked += one > 1.3;
                    best = qMax(best, one);
                }
            }
            // Less is the edge of a letter that belongs to the piece beside it.
            if (inked > high * 2)
                least = qMin(least, best);
        }
    }
    return least;
}

QStringList flaws(const QWidget &window, const QImage &picture, bool madeUp)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window || !widget->isVisible())
            continue;
        if (const auto *bar = qobject_cast<const QScrollBar *>(widget); bar && bar->orientation() == Qt::Horizontal)
            found.append(u"a scroll bar to the side"_s);
        if (widget->isEnabled() && !shownText(*widget).isEmpty() && !widget->objectName().startsWith("qt_"_L1))
            addWeak(found, widget->objectName(), picture, textArea(*widget), widget->fontMetrics().height());
        if (const auto *area = qobject_cast<const QScrollArea *>(widget);
            area && area->widget() && area->widget()->width() > area->viewport()->width())
            found.append(u"cut off at the side: "_s + widget->objectName());
        if (const auto *tree = qobject_cast<const QTreeWidget *>(widget)) {
            for (const QString &cell : TestSupport::cutCells(*tree))
                found.append(u"cut off: "_s + cell);
        }
        if (const auto *tree = qobject_cast<const QTreeView *>(widget))
            addWeakCells(found, *tree, picture);
    }
    if (const auto *menu = qobject_cast<const QMenu *>(&window)) {
        for (QAction *action : menu->actions()) {
            if (action->isEnabled() && !action->isSeparator() && action->isVisible() && action != menu->activeAction())
                addWeak(found, action->text(), picture, menu->actionGeometry(action).adjusted(24, 2, -20, -2),
                        menu->fontMetrics().height());
        }
    } else if (window.inherits("QTipLabel")) {
        addWeak(found, u"tooltip"_s, picture, window.rect().adjusted(2, 2, -2, -2), window.fontMetrics().height());
    } else {
        for (const QString &text : TestSupport::cutTexts(window))
            found.append(u"cut off: "_s + text);
        for (const QString &name : TestSupport::withoutAName(window))
            found.append(u"without a name: "_s + name);
    }
    if (madeUp && qobject_cast<const QDialog *>(&window)) {
        for (const QString &text : TestSupport::untranslatedTexts(window))
            found.append(u"not translated: "_s + text);
    }
    found.removeDuplicates();
    return found;
}

} // namespace Gallery
