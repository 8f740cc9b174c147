#include "client/consent/widgets/consentdialog.h"
#include "client/consent/widgets/sampledialog.h"
#include "picturestate.h"
#include "support/laterdictionary.h"
#include "support/samples.h"

#include <QMainWindow>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

QList<QWidget *> ask(QMainWindow *parent, const Question &question, Level maximum, const char *clicked = nullptr)
{
    auto *dialog = new ConsentDialog(question, maximum, parent);
    dialog->open();
    if (clicked)
        dialog->findChild<QAbstractButton *>(QLatin1StringView(clicked))->click();
    return {dialog};
}

QList<QWidget *> sample(QMainWindow *parent, int level)
{
    auto *dialog = new SampleDialog(TestSupport::someSamples(), parent);
    auto *tree = dialog->findChild<QTreeWidget *>(u"sampleTree"_s);
    tree->setCurrentItem(tree->topLevelItem(level)->child(0));
    tree->currentItem()->setExpanded(true);
    dialog->show();
    tree->scrollToItem(tree->currentItem(), QAbstractItemView::PositionAtTop);
    return {dialog};
}

} // namespace

QList<PictureState> questionStates()
{
    const QString question = u"Question"_s;
    const Question whole(TestSupport::dictionary(), {});
    static const DataDictionary later = TestSupport::laterDictionary();
    return {
        {question, u"nothing chosen"_s, [=](QMainWindow *w) { return ask(w, whole, Level::Full); }, true},
        {question, u"a no chosen"_s, [=](QMainWindow *w) { return ask(w, whole, Level::Full, "noneButton"); }},
        {question, u"a yes chosen"_s, [=](QMainWindow *w) { return ask(w, whole, Level::Full, "middleButton"); }},
        {question, u"more options"_s, [=](QMainWindow *w) { return ask(w, whole, Level::Full, "optionsButton"); },
         true},
        {question, u"only what is new"_s, [](QMainWindow *w) { return ask(w, Question(later, {}, 1), Level::Full); },
         true},
        {question, u"capped at basic"_s, [=](QMainWindow *w) { return ask(w, whole, Level::Basic); }},
        {u"What would be sent"_s, u"this computer's values"_s, [](QMainWindow *w) { return sample(w, 0); }, true},
        {u"What would be sent"_s, u"an example"_s, [](QMainWindow *w) { return sample(w, 2); }},
    };
}

} // namespace Gallery
