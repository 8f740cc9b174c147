#include "client/consent/widgets/consentdialog.h"

#include "client/consent/widgets/levelchoices.h"
#include "client/consent/widgets/limitchoices.h"
#include "client/consent/widgets/ui_consentdialog.h"
#include "client/language/englishscope.h"
#include "client/language/language.h"
#include "contract/limits.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLocale>
#include <QScreen>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Telemetry {

ConsentDialog::ConsentDialog(const Question &question, Level maximum, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConsentDialog>())
    , m_question(question)
    , m_choices(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    groupLevelRows(rows(), m_choices);
    limitLevelRows(rows(), maximum);
    m_ui->options->hide();
    m_ui->englishButton->setVisible(Language::isTranslated());
    fill();
    m_ui->noneButton->setFocus();

    // Queued: a layout that is being done does not see that its window grows.
    connect(m_ui->scrollArea->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ConsentDialog::grow,
            Qt::QueuedConnection);
    connect(m_ui->scrollArea->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ConsentDialog::grow,
            Qt::QueuedConnection);
    connect(m_choices, &QButtonGroup::idClicked, this, [this] { m_ui->saveButton->setEnabled(true); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, &ConsentDialog::sampleRequested);
    connect(m_ui->englishButton, &QPushButton::clicked, this, [this] {
        m_english = !m_english;
        retranslate();
    });
    connect(m_ui->optionsButton, &QPushButton::clicked, this, [this] {
        m_ui->options->setVisible(m_ui->options->isHidden());
        nameOptions();
        fit();
    });
}

ConsentDialog::~ConsentDialog() = default;

QList<LevelRow> ConsentDialog::rows() const
{
    return {{Level::None, m_ui->noneButton, m_ui->noneLabel},
            {Level::Basic, m_ui->basicButton, m_ui->basicLabel},
            {Level::Middle, m_ui->middleButton, m_ui->middleLabel},
            {Level::Full, m_ui->fullButton, m_ui->fullLabel}};
}

void ConsentDialog::retranslate()
{
    std::optional<EnglishScope> english;
    if (m_english)
        english.emplace();
    m_ui->retranslateUi(this);
    m_ui->englishButton->setText(english ? QLocale(Language::current()).nativeLanguageName() : u"English"_s);
    fill();
    fit();
}

void ConsentDialog::fill()
{
    // Rich text, because napari's style sheet decides the size of plain fonts.
    m_ui->headingLabel->setText(
        u"<span style=\"font-size: x-large; font-weight: 600\">%1</span>"_s.arg(m_question.heading().toHtmlEscaped()));
    m_ui->introLabel->setText(m_question.intro());
    fillLevelRows(rows(), m_question);
    m_ui->handlingLabel->setText(m_question.handling());
    m_ui->withdrawingLabel->setText(m_question.withdrawing());
    m_ui->closingLabel->setText(m_question.closing());
    LimitChoices::fill(m_ui->limitBox);
    nameOptions();
    followStyle();
}

void ConsentDialog::nameOptions()
{
    m_ui->optionsButton->setText(m_ui->options->isHidden() ? tr("More options") : tr("Fewer options"));
}

void ConsentDialog::dismiss()
{
    m_answered = true;
    QDialog::done(QDialog::Rejected);
}

void ConsentDialog::done(int result)
{
    if (!m_answered) {
        m_answered = true;
        Choice choice;
        if (result == QDialog::Accepted && m_choices->checkedId() >= 0) {
            choice.level = static_cast<Level>(m_choices->checkedId());
            choice.limitDays = m_ui->limitBox->currentData().toInt();
            if (m_ui->neverAskBox->isChecked())
                choice.neverAsk = true;
        }
        Q_EMIT answered(choice);
    }
    QDialog::done(result);
}

void ConsentDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // The theme may change while the question is open.
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        followStyle();
}

void ConsentDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit(); // now it has its window's style sheet
}

void ConsentDialog::followStyle()
{
    alignLevelRows(rows());
    // Links do not follow a style sheet by themselves.
    m_ui->contactLabel->ensurePolished();
    const QString links = m_question.contact(m_ui->contactLabel->palette().color(QPalette::WindowText).name());
    if (m_ui->contactLabel->text() != links)
        m_ui->contactLabel->setText(links);
}

void ConsentDialog::fit()
{
    // As high as its text, as far as the screen goes; beyond that it scrolls, with the button always in sight. How much
    // is missing is known when the layouts have settled; after that the user decides about the height.
    m_settling = true;
    QTimer::singleShot(Limits::layoutSettlesMs, this, [this] { m_settling = false; });
    // A language may need more width for its buttons.
    m_ui->scrollArea->setMinimumWidth(m_ui->content->minimumSizeHint().width());
    const QMargins margins = layout()->contentsMargins();
    const int least = std::max(minimumWidth(), layout()->minimumSize().width());
    const int inner = std::max(width(), least) - margins.left() - margins.right();
    resize(inner + margins.left() + margins.right(),
           std::min(m_ui->contentLayout->heightForWidth(inner), screen()->availableGeometry().height() / 2));
}

void ConsentDialog::grow()
{
    // Buttons may need more width than they said before they had their style.
    const int aside = m_ui->scrollArea->horizontalScrollBar()->maximum();
    if (m_settling && aside > 0)
        m_ui->scrollArea->setMinimumWidth(m_ui->scrollArea->width() + aside);
    const int missing = m_ui->scrollArea->verticalScrollBar()->maximum();
    const int room = screen()->availableGeometry().height() * 9 / 10;
    if (m_settling && missing > 0 && height() < room)
        resize(width(), std::min(height() + missing, room));
}

} // namespace Telemetry
