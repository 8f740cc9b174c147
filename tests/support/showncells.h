#pragma once

#include <QStringList>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace TestSupport {

/// The texts that do not fit into their cells, of the rows that are expanded.
inline QStringList cutCells(const QTreeWidget &tree)
{
    QStringList cut;
    for (QTreeWidgetItemIterator item(const_cast<QTreeWidget *>(&tree)); *item; ++item) {
        for (int column = 0; column < tree.columnCount(); ++column) {
            const QRect cell = tree.visualRect(tree.indexFromItem(*item, column));
            const QRect text = tree.fontMetrics().boundingRect(QRect(0, 0, cell.width(), 10'000), Qt::TextWordWrap,
                                                               (*item)->text(column));
            if (!cell.isEmpty() && (text.height() > cell.height() || text.width() > cell.width()))
                cut.append((*item)->text(column));
        }
    }
    return cut;
}

} // namespace TestSupport
