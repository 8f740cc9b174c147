#include "client/consent/widgets/sampleview.h"

#include "support/accessible.h"
#include "support/samples.h"
#include "support/showncells.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// The view in a window, with a control after it.
class Window : public QWidget
{
public:
    explicit Window(const SampleEvents &events)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(&view);
        column->addWidget(&after);
        resize(700, 600);
        view.showSamples(events.samples(), events.leftOut());
    }
    QTreeWidgetItem *level(int index) const { return tree->topLevelItem(index); }
    QString text(const QString &label) const { return view.findChild<QLabel *>(label)->text(); }

    SampleView view;
    QPushButton after{u"After"_s};
    QTreeWidget *tree = view.findChild<QTreeWidget *>(u"sampleTree"_s);
    QPlainTextEdit *json = view.findChild<QPlainTextEdit *>(u"sampleJson"_s);
};

} // namespace

class TestSampleView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySampleIsUnderItsLevelWithEveryField()
    {
        const SampleEvents events = TestSupport::someSamples();
        const Window window(events);
        QCOMPARE(window.tree->topLevelItemCount(), 3);
        QCOMPARE(window.level(0)->text(0), u"Basic"_s);
        QCOMPARE(window.level(1)->text(0), u"Middle"_s);
        QCOMPARE(window.level(2)->text(0), u"Full"_s);
        qsizetype next = 0;
        for (int level = 0; level < 3; ++level) {
            for (int i = 0; i < window.level(level)->childCount(); ++i, ++next) {
                const QTreeWidgetItem *row = window.level(level)->child(i);
                const Sample &sample = events.samples()[next];
                QCOMPARE(row->text(0), sample.sentence);
                QCOMPARE(row->text(1), sample.kind == Sample::Kind::Real ? u"On this computer"_s : u"Example"_s);
                QCOMPARE(row->childCount(), sample.topic->fields.size());
                for (int f = 0; f < row->childCount(); ++f) {
                    const FieldDefinition &field = sample.topic->fields[f];
                    QCOMPARE(row->child(f)->text(0), field.title);
                    QCOMPARE(row->child(f)->text(1), sample.value[field.field].toVariant().toString());
                    QCOMPARE(row->child(f)->text(2), field.description);
                    QCOMPARE(row->child(f)->toolTip(0), field.description);
                }
            }
        }
        QCOMPARE(next, events.samples().size());
    }
    void theBytesFollowTheSelection()
    {
        const SampleEvents events = TestSupport::someSamples();
        const Window window(events);
        QCOMPARE(window.json->toPlainText(), events.samples()[0].json); // the first event is chosen
        QVERIFY(window.text(u"whyLabel"_s).contains(events.samples()[0].topic->why));
        QCOMPARE(window.text(u"jsonLabel"_s), u"Exactly as sent"_s);
        QList<Sample> plugins = events.samples();
        plugins.removeIf([](const Sample &sample) { return sample.topic->topic != "plugin"_L1; });
        QCOMPARE(plugins.size(), 2);
        window.tree->setCurrentItem(window.level(1)->child(1));
        QCOMPARE(window.json->toPlainText(), plugins[1].json);
        window.tree->setCurrentItem(window.level(1)->child(1)->child(0)); // a field belongs to its event
        QCOMPARE(window.json->toPlainText(), plugins[1].json);
        window.tree->setCurrentItem(window.level(1)); // a level is all of its events
        QCOMPARE(window.json->toPlainText(), plugins[0].json + u'\n' + plugins[1].json);
        QCOMPARE(window.text(u"whyLabel"_s).count(plugins[0].topic->why), 1);
    }
    void anExampleSaysSoBesideItsBytes()
    {
        const Window window(TestSupport::someSamples());
        window.tree->setCurrentItem(window.level(2)->child(0));
        QVERIFY(window.text(u"jsonLabel"_s).contains("example"_L1));
        QCOMPARE(window.json->accessibleName(), window.text(u"jsonLabel"_s));
    }
    void whatIsLeftOutIsSaid_data()
    {
        QTest::addColumn<QList<InstalledPlugin>>("installed");
        QTest::addColumn<bool>("said");
        const InstalledPlugin open{u"napari-3d-counter"_s, u"0.6.1"_s};
        const InstalledPlugin hidden{u"mylab-secret"_s, u"1"_s};
        QTest::newRow("none installed") << QList<InstalledPlugin>() << false;
        QTest::newRow("all public") << QList{open} << false;
        QTest::newRow("some") << QList{open, hidden} << true;
        QTest::newRow("all left out") << QList{hidden} << true;
    }
    void whatIsLeftOutIsSaid()
    {
        QFETCH(QList<InstalledPlugin>, installed);
        QFETCH(bool, said);
        const SampleEvents events = TestSupport::samplesFor(installed);
        const Window window(events);
        const auto *label = window.view.findChild<QLabel *>(u"leftOutLabel"_s);
        QCOMPARE(label->isVisibleTo(&window.view), said);
        QCOMPARE(label->text(), SampleEvents::leftOutSentence(events.leftOut()));
        QVERIFY(window.level(1)->childCount() > 0); // a level without events says that it has none
    }
    void showingAgainReplacesEverything()
    {
        const SampleEvents events = TestSupport::samplesFor(QList<InstalledPlugin>());
        Window window(TestSupport::someSamples());
        window.tree->setCurrentItem(window.level(2)->child(1));
        window.view.showSamples(events.samples(), events.leftOut());
        QCOMPARE(window.level(1)->childCount(), 1);
        QCOMPARE(window.json->toPlainText(), events.samples()[0].json);
        window.tree->setCurrentItem(window.level(1)->child(0));
        QCOMPARE(window.json->toPlainText(), QString());
        window.view.showSamples({}, 0);
        QCOMPARE(window.json->toPlainText(), QString());
    }
    void everythingIsReachedByKeyboard()
    {
        Window window(TestSupport::someSamples());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.tree->setFocus();
        const QString first = window.json->toPlainText();
        while (window.tree->currentItem() != window.level(1)->child(0)) {
            const auto *before = window.tree->currentItem();
            QTest::keyClick(window.tree, Qt::Key_Down);
            QVERIFY(window.tree->currentItem() != before);
        }
        QVERIFY(window.json->toPlainText() != first);
        QTest::keyClick(window.tree, Qt::Key_Right);
        QVERIFY(window.tree->currentItem()->isExpanded());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), window.json);
        const QString bytes = window.json->toPlainText();
        QTest::keyClicks(window.json, u"x"_s);
        QTest::keyClick(window.json, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.json->textCursor().selectedText(), bytes); // to copy it, and not to change it
        QTest::keyClick(window.json, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &window.after);
        QCOMPARE(window.json->toPlainText(), bytes);
    }
    void everyControlHasAName()
    {
        Window window(TestSupport::someSamples());
        window.show();
        QCOMPARE(TestSupport::withoutAName(window), QStringList());
    }
    void aScreenReaderHearsWholeRows()
    {
        const Window window(TestSupport::someSamples());
        QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(window.tree);
        for (int column = 0; column < 3; ++column)
            QVERIFY(!tree->tableInterface()->columnDescription(column).isEmpty());
        window.tree->expandAll();
        int row = 0;
        for (QTreeWidgetItemIterator item(window.tree); *item; ++item, ++row) {
            const QAccessibleInterface *cell = tree->tableInterface()->cellAt(row, 0);
            QVERIFY(cell);
            for (int column = 0; column < 3; ++column)
                QVERIFY(cell->text(QAccessible::Name).contains((*item)->text(column)));
        }
        QVERIFY(row > 20);
    }
    void noTextIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 0; // the least that the view takes
        QTest::newRow("usual") << 780;
        QTest::newRow("wide") << 1400;
    }
    void noTextIsCut()
    {
        QFETCH(int, width);
        const InstalledPlugin longest{u"napari-accelerated-pixel-and-object-classification"_s, u"0.14.1"_s};
        Window window(TestSupport::samplesFor(QList{longest}));
        window.resize(qMax(width, window.minimumSizeHint().width()), 600);
        window.show();
        window.tree->expandAll();
        QTRY_COMPARE(TestSupport::cutCells(*window.tree), QStringList());
    }
};

QTEST_MAIN(TestSampleView)
#include "tst_sampleview.moc"
