#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace Telemetry {

/// Breaks long texts in a tree into lines and makes the rows high enough for them; a tree by itself wraps but does not
/// grow. Columns that are sized by their contents stay on one line. Owned by its tree. GUI thread.
class WrappingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit WrappingDelegate(QTreeView *tree);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QTreeView *m_tree;
};

} // namespace Telemetry
