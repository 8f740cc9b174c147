#include "client/consent/widgets/wrappingdelegate.h"

#include <QHeaderView>
#include <QTreeView>

namespace Telemetry {

namespace {
/// Pixels around a text, so that rows and columns stay apart.
constexpr QSize room{12, 6};
} // namespace

WrappingDelegate::WrappingDelegate(QTreeView *tree)
    : QStyledItemDelegate(tree)
    , m_tree(tree)
{
    tree->setWordWrap(true);
    connect(tree->header(), &QHeaderView::sectionResized, this, [this] { Q_EMIT sizeHintChanged({}); });
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int column = index.column();
    if (m_tree->header()->sectionResizeMode(column) == QHeaderView::ResizeToContents)
        return QStyledItemDelegate::sizeHint(option, index) + room;
    int width = m_tree->columnWidth(column);
    if (column == m_tree->treePosition() || (m_tree->treePosition() < 0 && column == 0)) {
        for (QModelIndex ancestor = index; ancestor.isValid(); ancestor = ancestor.parent())
            width -= m_tree->indentation();
    }
    QStyleOptionViewItem narrowed = option;
    narrowed.rect = QRect(0, 0, qMax(1, width), QWIDGETSIZE_MAX);
    return QStyledItemDelegate::sizeHint(narrowed, index) + room;
}

void WrappingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The chosen row shows where one is. The frame of focus is painted over the text and takes its contrast.
    option->state &= ~QStyle::State_HasFocus;
}

} // namespace Telemetry
