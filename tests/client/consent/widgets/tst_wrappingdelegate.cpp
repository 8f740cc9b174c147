#include "client/consent/widgets/wrappingdelegate.h"

#include "support/showncells.h"

#include <QHeaderView>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWrappingDelegate : public QObject
{
    Q_OBJECT
private:
    QTreeWidget m_tree;
    QTreeWidgetItem *m_deep = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_tree.setColumnCount(2);
        m_tree.header()->setStretchLastSection(false);
        m_tree.header()->setSectionResizeMode(0, QHeaderView::Stretch);
        m_tree.header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
        const QStringList texts{u"many words that need some lines when there is little room"_s, u"a few words"_s};
        m_tree.addTopLevelItem(new QTreeWidgetItem(texts));
        m_deep = new QTreeWidgetItem(m_tree.topLevelItem(0), texts);
        m_deep = new QTreeWidgetItem(m_deep, texts);
        m_tree.expandAll();
        m_tree.resize(800, 400);
        m_tree.show();
    }
    void withoutItTextsAreCut()
    {
        m_tree.resize(300, 400);
        QTRY_VERIFY(!TestSupport::cutCells(m_tree).isEmpty());
    }
    void rowsGrowAndShrinkWithTheWidth()
    {
        m_tree.setItemDelegate(new WrappingDelegate(&m_tree));
        const int twoLines = 2 * m_tree.fontMetrics().height();
        m_tree.resize(800, 400);
        QTRY_VERIFY(m_tree.visualItemRect(m_deep).height() < twoLines);
        QCOMPARE(TestSupport::cutCells(m_tree), QStringList());
        m_tree.resize(300, 400);
        QTRY_VERIFY(m_tree.visualItemRect(m_deep).height() > twoLines);
        QCOMPARE(TestSupport::cutCells(m_tree), QStringList());
        m_tree.resize(800, 400);
        QTRY_VERIFY(m_tree.visualItemRect(m_deep).height() < twoLines);
    }
    void columnsByContentsStayOnOneLine()
    {
        m_deep->setText(1, u"more words than before"_s);
        QTRY_VERIFY(m_tree.columnWidth(1) > m_tree.fontMetrics().horizontalAdvance(m_deep->text(1)));
    }
};

QTEST_MAIN(TestWrappingDelegate)
#include "tst_wrappingdelegate.moc"
