#include "client/preview/widgets/collectedpage.h"

#include "support/spooledevents.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCollectedPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEveryFieldWithItsValueReasonAndTable()
    {
        CollectedPage page(TestSupport::dictionary());
        CollectedValues values;
        for (const SpooledEvent &event : TestSupport::threeEvents())
            values.add(event.event);
        page.showValues(values);
        auto *tree = page.findChild<QTreeWidget *>();
        auto *reason = page.findChild<QLabel *>(u"reasonLabel"_s);
        auto *table = page.findChild<QLabel *>(u"tableLabel"_s);
        QCOMPARE(tree->topLevelItemCount(), 3);
        int fields = 0;
        for (QTreeWidgetItemIterator row(tree); *row; ++row) {
            if (!(*row)->parent())
                continue;
            tree->setCurrentItem(*row);
            QVERIFY(reason->text().startsWith(u"Why: "_s));
            QVERIFY(!table->text().isEmpty());
            if ((*row)->childCount() == 0) {
                ++fields;
                QVERIFY2(!(*row)->text(1).isEmpty(), qPrintable((*row)->text(0)));
                QVERIFY(!(*row)->text(2).isEmpty());
            }
        }
        int expected = 0;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            expected += static_cast<int>(topic.fields.size()) + (topic.firstIn ? 1 : 0);
        QCOMPARE(fields, expected);
        QCOMPARE(tree->topLevelItem(0)->child(1)->child(0)->text(1), u"0.9.2"_s);
    }
    void saysHowOftenAndWithWhichNoise()
    {
        CollectedPage page(TestSupport::dictionary());
        auto *tree = page.findChild<QTreeWidget *>();
        auto *tables = page.findChild<QLabel *>(u"tableLabel"_s);
        QTreeWidgetItem *user = tree->topLevelItem(0)->child(0);
        QCOMPARE(user->text(2), u"Recorded once a week."_s);
        tree->setCurrentItem(user);
        QVERIFY(tables->text().contains(u"Users (each week, noise σ = 3)"_s));
        QVERIFY(tables->text().contains(u"(the sum of months, noise σ = 3 each)"_s));
        QCOMPARE(tree->topLevelItem(0)->child(2)->text(2), u"Recorded once a month, without its week."_s);
        QTreeWidgetItem *plugin = tree->topLevelItem(1)->child(0);
        QCOMPARE(plugin->text(2), u"Each recorded once a month, without its week, at most 20."_s);
        tree->setCurrentItem(plugin);
        QCOMPARE(tables->text(), u"In the public tables: Plugins (each month, noise σ = 4), "
                                 "Plugin versions (each month, noise σ = 4)"_s);
    }
    void opensThePublicTableOfTheRow()
    {
        CollectedPage page(TestSupport::dictionary());
        QSignalSpy opened(&page, &CollectedPage::tableRequested);
        auto *tree = page.findChild<QTreeWidget *>();
        tree->setCurrentItem(tree->topLevelItem(1)->child(0)->child(1)); // the version of a plugin
        page.findChild<QPushButton *>(u"tableButton"_s)->click();
        QCOMPARE(opened[0][0].toUrl(), QUrl(u"https://usage.napari.org/#chart-plugin-versions"_s));
        tree->setCurrentItem(tree->topLevelItem(0)); // a level has none
        QVERIFY(!page.findChild<QPushButton *>(u"tableButton"_s)->isEnabled());
    }
    void manyValuesAreANumber()
    {
        CollectedPage page(TestSupport::dictionary());
        CollectedValues values;
        for (int i = 0; i < 9; ++i) {
            Event event = TestSupport::threeEvents()[1].event;
            event.value[u"name"_s] = u"plugin-%1"_s.arg(i);
            values.add(event);
        }
        page.showValues(values);
        const QString text = page.findChild<QTreeWidget *>()->topLevelItem(1)->child(0)->child(0)->text(1);
        QCOMPARE(text, u"plugin-0, plugin-1, plugin-2, plugin-3 and 5 more"_s);
    }
};

QTEST_MAIN(TestCollectedPage)
#include "tst_collectedpage.moc"
