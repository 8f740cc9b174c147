#include "client/consent/widgets/levelsettingspane.h"
#include "picturestate.h"
#include "statuses.h"
#include "support/dictionary.h"

#include <QDialog>
#include <QMainWindow>
#include <QVBoxLayout>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

using Shown = std::function<void(LevelSettingsPane &)>;

/// As wide as napari's Preferences give it, and as high as it likes to be.
QList<QWidget *> page(QMainWindow *parent, const Shown &fill)
{
    auto *dialog = new QDialog(parent);
    auto *pane = new LevelSettingsPane(Question(TestSupport::dictionary(), {}));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins({});
    column->addWidget(pane);
    fill(*pane);
    const int width = qMax(640, pane->minimumSizeHint().width());
    dialog->resize(width, pane->heightForWidth(width));
    dialog->show();
    return {dialog};
}

} // namespace

QList<PictureState> preferencesStates()
{
    QList<PictureState> states;
    const auto add = [&](const QString &name, bool everyLanguage, const Shown &fill) {
        states.append({u"Preferences"_s, name, [fill](QMainWindow *w) { return page(w, fill); }, everyLanguage});
    };
    add(u"not asked"_s, false, [](LevelSettingsPane &pane) { pane.show(neverAsked(), std::nullopt, false); });
    add(u"in a container"_s, true, [](LevelSettingsPane &pane) { pane.show(thrownAway(), std::nullopt, false); });
    add(u"off"_s, false,
        [](LevelSettingsPane &pane) { pane.show(status(record(Level::None)), record(Level::None), true); });
    add(u"on, with a history"_s, true,
        [](LevelSettingsPane &pane) { pane.show(waiting(Level::Middle), record(Level::Middle), false); });
    add(u"limited in time"_s, false, [](LevelSettingsPane &pane) {
        const ConsentRecord limited = record(Level::Full, moment().addDays(23));
        pane.show(status(limited), limited, false);
    });
    add(u"paused"_s, true,
        [](LevelSettingsPane &pane) { pane.show(paused(Level::Middle), record(Level::Middle), false); });
    add(u"capped at basic"_s, false, [](LevelSettingsPane &pane) {
        pane.show(administered(record(Level::Middle), Level::Basic), record(Level::Middle), false);
    });
    add(u"stopped by administrator"_s, false, [](LevelSettingsPane &pane) {
        pane.show(administered(record(Level::Middle), Level::None), record(Level::Middle), false);
    });
    add(u"identifiers shown"_s, true, [](LevelSettingsPane &pane) {
        pane.show(waiting(Level::Middle), record(Level::Middle), false);
        pane.showIdentifiers(u"2026-W48 environment 0f1e2d3c4b5a69788796a5b4c3d2e1f0\n"
                             "2026-W48 plugin napari-3d-counter 8f0e1d2c3b4a59687786950413223140"_s);
    });
    return states;
}

} // namespace Gallery
