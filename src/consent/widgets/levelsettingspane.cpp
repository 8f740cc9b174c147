#include "consent/widgets/levelsettingspane.h"

#include "consent/widgets/levelchoices.h"
#include "consent/widgets/ui_levelsettingspane.h"

#include <QButtonGroup>

using namespace Qt::StringLiterals;

namespace Telemetry {

LevelSettingsPane::LevelSettingsPane(const DataDictionary &dictionary, const Endpoints &endpoints, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LevelSettingsPane>())
    , m_choices(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setUpLevelRows({{Level::None, m_ui->noneButton, m_ui->noneLabel},
                    {Level::Basic, m_ui->basicButton, m_ui->basicLabel},
                    {Level::Middle, m_ui->middleButton, m_ui->middleLabel},
                    {Level::Full, m_ui->fullButton, m_ui->fullLabel}},
                   m_choices, dictionary, Level::Full);
    m_ui->handlingLabel->setText(LevelSummary::handling(endpoints));
    connect(m_choices, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT levelChosen(static_cast<Level>(id)); });
    connect(m_ui->previewButton, &QPushButton::clicked, this, &LevelSettingsPane::previewRequested);
}

LevelSettingsPane::~LevelSettingsPane() = default;

void LevelSettingsPane::show(const EffectiveLevel &effective, const QString &note, bool previewAvailable)
{
    m_ui->reasonLabel->setText(note.isEmpty() ? effective.reason : effective.reason + u'\n' + note);
    for (QAbstractButton *button : m_choices->buttons()) {
        const auto level = static_cast<Level>(m_choices->id(button));
        button->setChecked(level == effective.level);
        button->setEnabled(!effective.fixed && level <= effective.maximum);
    }
    m_ui->previewButton->setEnabled(previewAvailable);
    m_ui->previewButton->setToolTip(previewAvailable ? QString()
                                                     : tr("There is nothing to preview while telemetry is off."));
}

} // namespace Telemetry
