#include "client/consent/widgets/erasedialog.h"
#include "client/package/widgets/installdialog.h"
#include "picturestate.h"
#include "settle.h"

#include <QMainWindow>
#include <QPushButton>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

QList<QWidget *> erase(QMainWindow *parent, Activity::Erase end, const QString &detail)
{
    auto *dialog = new EraseDialog(parent);
    Activity activity;
    activity.sent = 17;
    dialog->show(activity);
    if (end != Activity::Erase::Idle) {
        // As for a person, for whom the window is there before they click: the answer of the window manager to its
        // first size may else come after the second one.
        (void)settle({dialog});
        dialog->findChild<QPushButton *>(u"eraseButton"_s)->click();
        activity.erase = end;
        activity.eraseDetail = detail;
        dialog->show(activity);
    }
    return {dialog};
}

InstallDialog *install(QMainWindow *parent)
{
    auto *dialog = new InstallDialog(parent);
    dialog->showRunning(
        u"/home/ada/venv/bin/python -m pip install --disable-pip-version-check --only-binary :all: --no-deps "
        "napari-telemetry==0.1.0"_s);
    dialog->appendOutput(u"Collecting napari-telemetry==0.1.0\n"_s);
    dialog->show();
    return dialog;
}

} // namespace

QList<PictureState> eraseAndInstallStates()
{
    using Erase = Activity::Erase;
    const QString erasing = u"Erase what I sent"_s;
    const QString installing = u"Installation"_s;
    return {
        {erasing, u"offered"_s, [](QMainWindow *w) { return erase(w, Erase::Idle, {}); }, true},
        {erasing, u"under way"_s, [](QMainWindow *w) { return erase(w, Erase::Running, {}); }, true},
        {erasing, u"done"_s, [](QMainWindow *w) { return erase(w, Erase::Done, u"[17 events were erased.]"_s); }},
        {erasing, u"failed"_s,
         [](QMainWindow *w) {
             return erase(w, Erase::Failed, u"[The server could not be reached. Nothing was erased.]"_s);
         }},
        {installing, u"under way"_s, [](QMainWindow *w) -> QList<QWidget *> { return {install(w)}; }, true},
        {installing, u"failed"_s,
         [](QMainWindow *w) -> QList<QWidget *> {
             InstallDialog *dialog = install(w);
             dialog->appendOutput(u"ERROR: No matching distribution found for napari-telemetry==0.1.0\n"_s);
             dialog->showFailure(u"[No matching distribution found for napari-telemetry==0.1.0]"_s);
             return {dialog};
         },
         true},
        {installing, u"by hand"_s,
         [](QMainWindow *w) -> QList<QWidget *> {
             InstallDialog *dialog = install(w);
             dialog->showByHand(u"[This Python environment belongs to conda.]"_s,
                                u"/home/ada/venv/bin/python -I -m pip install napari-telemetry==0.1.0"_s);
             return {dialog};
         },
         true},
    };
}

} // namespace Gallery
