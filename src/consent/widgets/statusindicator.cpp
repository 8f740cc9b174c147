#include "consent/widgets/statusindicator.h"

#include "consent/levelsummary.h"
#include "consent/widgets/levelicon.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Telemetry {

StatusIndicator::StatusIndicator(QWidget *parent)
    : QToolButton(parent)
    , m_levels(new QActionGroup(this))
{
    setObjectName(u"TelemetryStatusIndicator"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);

    auto *menu = new QMenu(this);
    menu->setObjectName(u"TelemetryMenu"_s);
    for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
        QAction *action = menu->addAction(LevelSummary::name(level));
        action->setCheckable(true);
        action->setData(static_cast<int>(level));
        m_levels->addAction(action);
    }
    menu->addSeparator();
    m_preview = menu->addAction(tr("Preview…"));
    QAction *settings = menu->addAction(tr("Settings…"));
    setMenu(menu);

    connect(m_levels, &QActionGroup::triggered, this, [this](QAction *action) {
        // What the menu shows follows the effective level, which show() sets.
        Q_EMIT levelChosen(static_cast<Level>(action->data().toInt()));
    });
    connect(m_preview, &QAction::triggered, this, &StatusIndicator::previewRequested);
    connect(settings, &QAction::triggered, this, &StatusIndicator::settingsRequested);
}

void StatusIndicator::show(const EffectiveLevel &effective, const QString &note, bool previewAvailable)
{
    m_level = effective.level;
    for (QAction *action : m_levels->actions()) {
        const auto level = static_cast<Level>(action->data().toInt());
        action->setChecked(level == effective.level);
        action->setEnabled(!effective.fixed && level <= effective.maximum);
    }
    m_preview->setEnabled(previewAvailable);
    setText(effective.level == Level::None ? tr("Telemetry: off")
                                           : tr("Telemetry: %1").arg(LevelSummary::name(effective.level).toLower()));
    setToolTip(note.isEmpty() ? effective.reason : effective.reason + u'\n' + note);
    setAccessibleName(text());
    setAccessibleDescription(toolTip());
    updateIcon();
    QToolButton::show();
}

void StatusIndicator::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        updateIcon();
}

void StatusIndicator::updateIcon()
{
    setIcon(levelIcon(m_level, palette().color(QPalette::ButtonText)));
}

} // namespace Telemetry
