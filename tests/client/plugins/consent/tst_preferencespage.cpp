#include "client/plugins/consent/preferencespage.h"

#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// Built as napari builds its own: a list, a stack, a heading before the plugins' pages.
struct Preferences : QDialog
{
    QListWidget *list = new QListWidget(this);
    QStackedWidget *stack = new QStackedWidget(this);

    Preferences()
    {
        list->setObjectName(u"Preferences"_s);
        QObject::connect(list, &QListWidget::currentRowChanged, stack, &QStackedWidget::setCurrentIndex);
        build();
    }
    void build()
    {
        list->clear();
        while (stack->count() > 0)
            stack->removeWidget(stack->currentWidget());
        for (const QString &title : {u"Application"_s, u"Appearance"_s, u"----Plugin Preferences----"_s, u"svg"_s}) {
            list->addItem(title);
            stack->addWidget(new QLabel(title));
        }
        list->setCurrentRow(0);
    }
    QStringList titles() const
    {
        QStringList titles;
        for (int i = 0; i < list->count(); ++i)
            titles.append(list->item(i)->text());
        return titles;
    }
};

} // namespace

class TestPreferencesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsBehindNaparisOwnPages()
    {
        Preferences dialog;
        auto *pane = new QLabel(u"pane"_s);
        auto *page = new PreferencesPage(&dialog, u"Telemetry"_s, [&] { return pane; });
        QCOMPARE(dialog.titles(), (QStringList{u"Application"_s, u"Appearance"_s, u"Telemetry"_s,
                                               u"----Plugin Preferences----"_s, u"svg"_s}));
        QCOMPARE(dialog.list->currentRow(), 0);
        QCOMPARE(dialog.stack->currentIndex(), 0);
        page->select();
        QCOMPARE(dialog.list->currentItem()->text(), u"Telemetry"_s);
        QVERIFY(dialog.stack->currentWidget()->isAncestorOf(pane));
        dialog.list->setCurrentRow(4);
        QCOMPARE(static_cast<QLabel *>(dialog.stack->currentWidget())->text(), u"svg"_s);
    }
    void survivesRestoreDefaults()
    {
        Preferences dialog;
        QPointer<QLabel> pane = new QLabel(u"pane"_s);
        new PreferencesPage(&dialog, u"Telemetry"_s, [&] { return pane; });
        dialog.build();
        QTRY_COMPARE(dialog.titles().count(u"Telemetry"_s), 1);
        QVERIFY(pane);
        dialog.list->setCurrentRow(int(dialog.titles().indexOf(u"Telemetry"_s)));
        QVERIFY(dialog.stack->currentWidget()->isAncestorOf(pane));
        QCOMPARE(dialog.list->count(), dialog.stack->count());
    }
    void comesBackWhenNapariDeletedIt()
    {
        Preferences dialog;
        QList<QPointer<QWidget>> panes;
        new PreferencesPage(&dialog, u"Telemetry"_s, [&] {
            panes.append(new QLabel(u"pane"_s));
            return panes.last().data();
        });
        delete dialog.stack->widget(int(dialog.titles().indexOf(u"Telemetry"_s))); // as PySide6 does
        dialog.build();
        QTRY_COMPARE(dialog.titles().count(u"Telemetry"_s), 1);
        QCOMPARE(panes.size(), 2);
        QVERIFY(!panes.first());
        dialog.list->setCurrentRow(int(dialog.titles().indexOf(u"Telemetry"_s)));
        QVERIFY(dialog.stack->currentWidget()->isAncestorOf(panes.last()));
        QCOMPARE(dialog.list->count(), dialog.stack->count());
    }
    void aDialogBuiltOtherwiseIsLeftAlone()
    {
        QDialog dialog;
        auto *page = new PreferencesPage(&dialog, u"Telemetry"_s, [] { return new QLabel; });
        page->select();
        QCOMPARE(dialog.findChildren<QListWidget *>().size(), 0);
    }
};

QTEST_MAIN(TestPreferencesPage)
#include "tst_preferencespage.moc"
