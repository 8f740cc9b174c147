#pragma once

#include "consent/levelsummary.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLabel>

#include <initializer_list>

namespace Telemetry {

/// One level's radio button and the label under it, as the dialog and the pane have them in their .ui files.
struct LevelRow
{
    Level level;
    QAbstractButton *button;
    QLabel *label;
};

/// Fills the rows from the data dictionary and puts the buttons into the group, with the level as id. Levels above
/// `maximum` can't be chosen.
inline void setUpLevelRows(std::initializer_list<LevelRow> rows, QButtonGroup *group, const DataDictionary &dictionary,
                           Level maximum)
{
    for (const LevelRow &row : rows) {
        const QString description = LevelSummary::description(dictionary, row.level);
        row.button->setText(LevelSummary::name(row.level));
        row.button->setAccessibleDescription(description);
        row.button->setEnabled(row.level <= maximum);
        row.label->setText(description);
        row.label->setEnabled(row.level <= maximum);
        row.label->setBuddy(row.button);
        group->addButton(row.button, static_cast<int>(row.level));
    }
}

} // namespace Telemetry
