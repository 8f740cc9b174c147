#include "consent/widgets/installdialog.h"

#include "consent/widgets/ui_installdialog.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

InstallDialog::InstallDialog(const QString &commandLine, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::InstallDialog>())
    , m_commandLine(commandLine)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &InstallDialog::retryRequested);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    showRunning();
}

InstallDialog::~InstallDialog() = default;

void InstallDialog::showRunning()
{
    m_ui->messageLabel->setText(tr("The package napari-telemetry is being installed into this Python environment. "
                                   "You can go on working."));
    m_ui->logEdit->setPlainText(m_commandLine + u'\n');
    m_ui->progressBar->show();
    m_ui->retryButton->hide();
    m_ui->closeButton->setText(tr("Cancel"));
}

void InstallDialog::appendOutput(const QString &text)
{
    m_ui->logEdit->moveCursor(QTextCursor::End);
    m_ui->logEdit->insertPlainText(text);
    m_ui->logEdit->moveCursor(QTextCursor::End);
}

void InstallDialog::showFailure(const QString &reason)
{
    m_ui->messageLabel->setText(
        tr("The installation did not succeed: %1\n\nNothing is sent, and napari goes on as before. "
           "You can try again, or run the first line below by hand.")
            .arg(reason));
    m_ui->progressBar->hide();
    m_ui->retryButton->show();
    m_ui->retryButton->setFocus();
    m_ui->closeButton->setText(tr("Close"));
}

} // namespace Telemetry
