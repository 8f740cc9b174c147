#include "client/consent/widgets/levelsettingspane.h"

#include "client/consent/widgets/levelchoices.h"
#include "client/consent/widgets/limitchoices.h"
#include "client/consent/widgets/ui_levelsettingspane.h"
#include "client/language/language.h"

#include <QButtonGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Telemetry {

LevelSettingsPane::LevelSettingsPane(const Question &question, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LevelSettingsPane>())
    , m_question(question)
    , m_choices(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    groupLevelRows(rows(), m_choices);
    fillLevelRows(rows(), question);
    m_ui->handlingLabel->setText(question.handling());
    m_ui->identifiersEdit->hide();
    LimitChoices::fill(m_ui->limitBox);
    followStyle();

    connect(m_choices, &QButtonGroup::idClicked, this, [this](int id) {
        Q_EMIT chosen({static_cast<Level>(id), std::nullopt, std::nullopt});
    });
    connect(m_ui->limitBox, &QComboBox::activated, this, [this] {
        const int days = m_ui->limitBox->currentData().toInt();
        if (days >= 0 && m_choices->checkedId() > 0)
            Q_EMIT chosen({static_cast<Level>(m_choices->checkedId()), days, std::nullopt});
    });
    connect(m_ui->neverAskBox, &QCheckBox::clicked, this, &LevelSettingsPane::neverAskChosen);
    connect(m_ui->resumeButton, &QPushButton::clicked, this, &LevelSettingsPane::resumeRequested);
    connect(m_ui->installButton, &QPushButton::clicked, this, &LevelSettingsPane::installRequested);
    connect(m_ui->uninstallButton, &QPushButton::clicked, this, &LevelSettingsPane::uninstallRequested);
    connect(m_ui->previewButton, &QPushButton::clicked, this, &LevelSettingsPane::previewRequested);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, &LevelSettingsPane::sampleRequested);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &LevelSettingsPane::deletePendingRequested);
    connect(m_ui->eraseButton, &QPushButton::clicked, this, &LevelSettingsPane::eraseRequested);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &LevelSettingsPane::forgetReceiptsRequested);
    connect(m_ui->identifiersButton, &QPushButton::clicked, this, &LevelSettingsPane::identifiersRequested);
}

LevelSettingsPane::~LevelSettingsPane() = default;

QList<LevelRow> LevelSettingsPane::rows() const
{
    return {{Level::None, m_ui->noneButton, m_ui->noneLabel},
            {Level::Basic, m_ui->basicButton, m_ui->basicLabel},
            {Level::Middle, m_ui->middleButton, m_ui->middleLabel},
            {Level::Full, m_ui->fullButton, m_ui->fullLabel}};
}

void LevelSettingsPane::show(const ConsentStatus &status, const std::optional<ConsentRecord> &record, bool neverAsk)
{
    const EffectiveLevel &effective = status.effective;
    const bool paused = effective.cause == EffectiveLevel::Cause::Paused;
    m_ui->stateLabel->setText(status.words());
    m_ui->reasonLabel->setText(status.explanation());
    m_ui->resumeButton->setVisible(paused);
    m_ui->installButton->setVisible(status.package != ConsentStatus::Package::Fine);
    m_ui->installButton->setText(status.package == ConsentStatus::Package::Unusable ? tr("Install the matching release")
                                                                                    : tr("Install napari-telemetry"));
    m_ui->uninstallButton->setVisible(status.package == ConsentStatus::Package::Unusable);
    for (const LevelRow &row : rows()) {
        row.button->setChecked(row.level == (paused ? effective.chosen : effective.level));
        row.button->setEnabled(!effective.fixed && row.level <= effective.maximum);
        row.label->setEnabled(row.button->isEnabled());
    }
    m_ui->neverAskBox->setChecked(neverAsk);
    m_ui->deleteButton->setEnabled(status.running && status.activity.pending > 0);
    showLimit(effective, record);
    showHistory(record);
}

void LevelSettingsPane::showLimit(const EffectiveLevel &effective, const std::optional<ConsentRecord> &record)
{
    QComboBox *box = m_ui->limitBox;
    // An end that is set is one more entry, which is not an offer.
    if (const int index = box->findData(-1); index >= 0)
        box->removeItem(index);
    int current = 0;
    if (record && record->answer.expires && effective.chosen > Level::None) {
        box->addItem(Language::locale().toString(record->answer.expires->toLocalTime().date(), QLocale::LongFormat),
                     -1);
        current = box->count() - 1;
    }
    box->setCurrentIndex(current);
    box->setEnabled(!effective.fixed && effective.level > Level::None);
}

void LevelSettingsPane::showHistory(const std::optional<ConsentRecord> &record)
{
    m_ui->historyTree->clear();
    if (!record)
        return;
    QList<Answer> answers = record->earlier;
    answers.append(record->answer);
    const QLocale locale = Language::locale();
    for (auto answer = answers.crbegin(); answer != answers.crend(); ++answer) { // the latest first
        new QTreeWidgetItem(
            m_ui->historyTree,
            {locale.toString(answer->answered.toLocalTime(), QLocale::ShortFormat), LevelSummary::name(answer->level),
             answer->expires ? locale.toString(answer->expires->toLocalTime().date(), QLocale::ShortFormat) : QString(),
             QString::number(answer->dictionary)});
    }
    for (int column = 0; column < m_ui->historyTree->columnCount(); ++column)
        m_ui->historyTree->resizeColumnToContents(column);
}

void LevelSettingsPane::showIdentifiers(const QString &text)
{
    m_ui->identifiersEdit->setPlainText(tr("Copied to the clipboard:") + u'\n' + text);
    m_ui->identifiersEdit->show();
}

void LevelSettingsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        followStyle();
}

void LevelSettingsPane::followStyle()
{
    alignLevelRows(rows());
    // Links do not follow a style sheet by themselves.
    m_ui->contactLabel->ensurePolished();
    const QString links = m_question.contact(m_ui->contactLabel->palette().color(QPalette::WindowText).name());
    if (m_ui->contactLabel->text() != links)
        m_ui->contactLabel->setText(links);
}

} // namespace Telemetry
