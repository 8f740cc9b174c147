#include "client/consent/widgets/erasedialog.h"

#include "client/consent/widgets/ui_erasedialog.h"
#include "contract/limits.h"

#include <QLayout>

namespace Telemetry {

EraseDialog::EraseDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::EraseDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->eraseButton, &QPushButton::clicked, this, [this] {
        m_requested = true;
        Q_EMIT eraseRequested();
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

EraseDialog::~EraseDialog() = default;

void EraseDialog::show(const Activity &activity)
{
    const bool running = activity.erase == Activity::Erase::Running;
    const bool ended = m_requested && !running && activity.erase != Activity::Erase::Idle;
    const bool done = ended && activity.erase == Activity::Erase::Done;
    m_ui->progressBar->setVisible(running);
    m_ui->eraseButton->setVisible(!done);
    m_ui->eraseButton->setEnabled(!running);
    m_ui->eraseButton->setText(ended ? tr("Try again") : tr("Erase what I sent"));
    m_ui->closeButton->setText(ended || running ? tr("Close") : tr("Keep it"));
    if (running) {
        m_ui->messageLabel->setText(tr("Asking the server to erase what was sent from this environment…"));
    } else if (ended) {
        m_ui->messageLabel->setText(activity.eraseDetail);
    } else {
        const QString sent = activity.sent > 0
                                 ? tr("%n event(s) were sent from this environment.", nullptr, activity.sent)
                                 : tr("What was sent from this environment can be erased from the server.");
        m_ui->messageLabel->setText(
            sent + u' '
            + tr("The server keeps them for %n day(s) at most. Do you want to have them erased now? Numbers that are "
                 "already published can't be taken back; nobody can tell who is in them.",
                 nullptr, Limits::rawDays));
    }
    // As high as the text of this state; the window was as high as that of the one before.
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
    QDialog::show();
}

} // namespace Telemetry
