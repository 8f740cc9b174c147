#include "client/package/widgets/installdialog.h"

#include "client/package/widgets/ui_installdialog.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Telemetry {

InstallDialog::InstallDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::InstallDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->commandEdit->toPlainText()); });
    connect(m_ui->retryButton, &QPushButton::clicked, this, &InstallDialog::retryRequested);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

InstallDialog::~InstallDialog() = default;

void InstallDialog::showRunning(const QString &commandLine)
{
    m_ui->messageLabel->setText(
        tr("The package napari-telemetry is being installed into this Python environment. You can go on working."));
    m_ui->commandEdit->setPlainText(commandLine);
    m_ui->logEdit->clear();
    m_ui->logTitle->show();
    m_ui->logEdit->show();
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

void InstallDialog::showByHand(const QString &obstacle, const QString &commandLine)
{
    m_ui->commandEdit->setPlainText(commandLine);
    showEnd(
        tr("%1\n\nNothing was changed. Run the command in a terminal, then choose “Check again”. napari need not be "
           "restarted.")
            .arg(obstacle),
        tr("Check again"), false);
}

void InstallDialog::showFailure(const QString &reason)
{
    showEnd(tr("The installation did not succeed: %1\n\nNothing is sent, and napari goes on as before. You can try "
               "again, or run the command by hand.")
                .arg(reason),
            tr("Try again"), true);
}

void InstallDialog::showEnd(const QString &message, const QString &retry, bool log)
{
    m_ui->messageLabel->setText(message);
    m_ui->progressBar->hide();
    m_ui->logTitle->setVisible(log);
    m_ui->logEdit->setVisible(log);
    m_ui->retryButton->setText(retry);
    m_ui->retryButton->show();
    m_ui->retryButton->setFocus();
    m_ui->closeButton->setText(tr("Close"));
}

} // namespace Telemetry
