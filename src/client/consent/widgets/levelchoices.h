#pragma once

#include "client/consent/levelsummary.h"
#include "client/consent/question.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLabel>
#include <QList>
#include <QStyle>
#include <QStyleOptionButton>

namespace Telemetry {

/// One level's radio button and the label under it, as the dialog and the pane have them in their .ui files.
struct LevelRow
{
    Level level;
    QAbstractButton *button;
    QLabel *label;
};

/// Fills the rows with what the question says of each level.
inline void fillLevelRows(const QList<LevelRow> &rows, const Question &question)
{
    for (const LevelRow &row : rows) {
        const QString description = question.choice(row.level);
        row.button->setText(LevelSummary::name(row.level));
        row.button->setAccessibleDescription(description);
        row.label->setText(description);
    }
}

/// Puts each description under the beginning of its level's name, where the present style has that.
inline void alignLevelRows(const QList<LevelRow> &rows)
{
    for (const LevelRow &row : rows) {
        row.button->ensurePolished();
        QStyleOptionButton option;
        option.initFrom(row.button);
        option.direction = Qt::LeftToRight; // the label mirrors its indent by itself
        row.label->setIndent(
            row.button->style()->subElementRect(QStyle::SE_RadioButtonContents, &option, row.button).left());
    }
}

/// Puts the buttons into the group, with the level as id.
inline void groupLevelRows(const QList<LevelRow> &rows, QButtonGroup *group)
{
    for (const LevelRow &row : rows) {
        row.label->setBuddy(row.button);
        group->addButton(row.button, static_cast<int>(row.level));
    }
}

/// Levels above `maximum` can't be chosen.
inline void limitLevelRows(const QList<LevelRow> &rows, Level maximum)
{
    for (const LevelRow &row : rows) {
        row.button->setEnabled(row.level <= maximum);
        row.label->setEnabled(row.level <= maximum);
    }
}

} // namespace Telemetry
