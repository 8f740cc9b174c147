#include "client/consent/widgets/statusindicator.h"

#include "client/consent/levelsummary.h"
#include "client/consent/widgets/statusicon.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

bool isPaused(const EffectiveLevel &effective)
{
    return effective.cause == EffectiveLevel::Cause::Paused;
}

/// The level that the words name: while paused the one that goes on afterwards.
Level shownLevel(const EffectiveLevel &effective)
{
    return isPaused(effective) ? effective.chosen : effective.level;
}

/// Rich text with the same lines: napari makes plain tooltips rich by itself, and joins their lines. Only lines that
/// are longer than this many characters may be broken.
QString richToolTip(const QString &text)
{
    constexpr qsizetype unbroken = 80;
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        const bool isLong = line.size() > unbroken;
        line = line.toHtmlEscaped();
        if (!isLong)
            line = u"<span style=\"white-space: nowrap\">%1</span>"_s.arg(line);
    }
    return u"<qt>%1</qt>"_s.arg(lines.join("<br>"_L1));
}

} // namespace

StatusIndicator::StatusIndicator(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setObjectName(u"TelemetryStatusIndicator"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);
    // The arrow beside the text; napari's style leaves it in the corner below.
    const QString end = isRightToLeft() ? u"left"_s : u"right"_s;
    setStyleSheet(u"#TelemetryStatusIndicator { padding-%1: 10px; }"
                  "#TelemetryStatusIndicator::menu-indicator { subcontrol-origin: padding; subcontrol-position: center "
                  "right; right: 3px; }"_s.arg(end));
    m_menu->setObjectName(u"TelemetryMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &StatusIndicator::makeMenu);
    setMenu(m_menu);
}

void StatusIndicator::makeMenu()
{
    if (m_levels)
        return;
    m_levels = new QActionGroup(this);
    for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
        QAction *action = m_menu->addAction(LevelSummary::name(level));
        action->setCheckable(true);
        action->setData(static_cast<int>(level));
        m_levels->addAction(action);
    }
    m_menu->addSeparator();
    m_pauses = m_menu->addMenu(tr("Pause"));
    m_pauses->setObjectName(u"TelemetryPauseMenu"_s);
    const auto addPause = [this](const QString &text, PauseLength length) {
        connect(m_pauses->addAction(text), &QAction::triggered, this,
                [this, length] { Q_EMIT pauseRequested(length); });
    };
    addPause(tr("For 1 hour"), PauseLength::Hour);
    addPause(tr("Today"), PauseLength::Today);
    addPause(tr("Until I resume"), PauseLength::UntilResumed);
    m_resume = m_menu->addAction(tr("Resume"));
    m_menu->addSeparator();
    m_preview = m_menu->addAction(tr("Preview…"));
    QAction *settings = m_menu->addAction(tr("Settings…"));
    QAction *dashboard = m_menu->addAction(tr("Public dashboard"));

    connect(m_levels, &QActionGroup::triggered, this, [this](const QAction *action) {
        // What the menu shows follows the effective level, which show() sets.
        Q_EMIT levelChosen(static_cast<Level>(action->data().toInt()));
    });
    connect(m_resume, &QAction::triggered, this, &StatusIndicator::resumeRequested);
    connect(m_preview, &QAction::triggered, this, &StatusIndicator::previewRequested);
    connect(settings, &QAction::triggered, this, &StatusIndicator::settingsRequested);
    connect(dashboard, &QAction::triggered, this, &StatusIndicator::dashboardRequested);
    updateMenu();
}

void StatusIndicator::show(const ConsentStatus &status)
{
    m_status = status;
    setText(status.words());
    setToolTip(richToolTip(status.explanation()));
    setAccessibleName(text());
    setAccessibleDescription(status.explanation()); // without the tags
    updateIcon();
    if (m_levels)
        updateMenu();
    QToolButton::show();
}

QSize StatusIndicator::sizeHint() const
{
    // As high as without the icon, which has room all the same. A status bar that grows makes napari lay out and draw
    // its whole window anew, at its start and for nothing.
    QSize hint = QToolButton::sizeHint();
    hint.rheight() -= std::max(0, iconSize().height() - fontMetrics().height());
    return hint;
}

void StatusIndicator::updateMenu()
{
    const EffectiveLevel &effective = m_status.effective;
    for (QAction *action : m_levels->actions()) {
        const auto level = static_cast<Level>(action->data().toInt());
        action->setChecked(level == shownLevel(effective));
        action->setEnabled(!effective.fixed && level <= effective.maximum);
    }
    m_pauses->menuAction()->setVisible(!isPaused(effective));
    m_pauses->setEnabled(effective.level > Level::None);
    m_resume->setVisible(isPaused(effective));
}

void StatusIndicator::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        updateIcon();
}

void StatusIndicator::updateIcon()
{
    setIconSize(statusIconSize(m_status.state()));
    setIcon(statusIcon(shownLevel(m_status.effective), m_status.state(), palette().color(QPalette::ButtonText)));
}

} // namespace Telemetry
