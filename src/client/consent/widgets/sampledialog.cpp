#include "client/consent/widgets/sampledialog.h"

#include "client/consent/widgets/ui_sampledialog.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

SampleDialog::SampleDialog(const SampleEvents &events, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SampleDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    // Rich text, because napari's style sheet decides the size of plain fonts.
    m_ui->headingLabel->setText(u"<span style=\"font-size: x-large; font-weight: 600\">%1</span>"_s.arg(
        m_ui->headingLabel->text().toHtmlEscaped()));
    m_ui->sampleView->showSamples(events.samples(), events.leftOut());
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
}

SampleDialog::~SampleDialog() = default;

} // namespace Telemetry
