#include "consent/widgets/consentdialog.h"

#include "consent/widgets/levelchoices.h"
#include "consent/widgets/ui_consentdialog.h"

#include <QButtonGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Telemetry {

ConsentDialog::ConsentDialog(const DataDictionary &dictionary, const Endpoints &endpoints, Level maximum,
                             QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConsentDialog>())
    , m_choices(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    // Rich text, because napari's style sheet decides the size of plain fonts.
    m_ui->headingLabel->setText(u"<span style=\"font-size: x-large; font-weight: 600\">%1</span>"_s.arg(
        m_ui->headingLabel->text().toHtmlEscaped()));

    setUpLevelRows({{Level::None, m_ui->noneButton, m_ui->noneLabel},
                    {Level::Basic, m_ui->basicButton, m_ui->basicLabel},
                    {Level::Middle, m_ui->middleButton, m_ui->middleLabel},
                    {Level::Full, m_ui->fullButton, m_ui->fullLabel}},
                   m_choices, dictionary, maximum);
    m_ui->handlingLabel->setText(LevelSummary::handling(endpoints));
    showLinks();

    connect(m_choices, &QButtonGroup::idClicked, this, [this] { m_ui->saveButton->setEnabled(true); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &QDialog::accept);
}

ConsentDialog::~ConsentDialog() = default;

void ConsentDialog::done(int result)
{
    if (!m_answered) {
        m_answered = true;
        const int choice = result == QDialog::Accepted ? m_choices->checkedId() : -1;
        Q_EMIT answered(choice < 0 ? Level::None : static_cast<Level>(choice));
    }
    QDialog::done(result);
}

void ConsentDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // The theme may change while the question is open. Links do not follow a style sheet by themselves.
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        showLinks();
}

void ConsentDialog::showLinks()
{
    m_ui->linkLabel->ensurePolished();
    const QString link = u"<a style=\"color: %1\" href=\"https://telemetry.napari.org\">%2</a>"_s.arg(
        m_ui->linkLabel->palette().color(QPalette::WindowText).name(),
        tr("More about telemetry in napari").toHtmlEscaped());
    if (m_ui->linkLabel->text() != link)
        m_ui->linkLabel->setText(link);
}

} // namespace Telemetry
