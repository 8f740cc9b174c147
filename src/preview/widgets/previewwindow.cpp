#include "preview/widgets/previewwindow.h"

#include "preview/eventtablemodel.h"
#include "preview/reporttext.h"
#include "preview/widgets/ui_previewwindow.h"

#include <QFontDatabase>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Telemetry {

PreviewWindow::PreviewWindow(const DataDictionary &dictionary, const Endpoints &endpoints, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreviewWindow>())
    , m_model(new EventTableModel(dictionary, this))
{
    m_ui->setupUi(this);
    m_ui->table->setModel(m_model);
    m_ui->table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->table->horizontalHeader()->setSectionResizeMode(EventTableModel::WhatColumn, QHeaderView::Stretch);
    for (const int column : {EventTableModel::LevelColumn, EventTableModel::WeekColumn, EventTableModel::StateColumn})
        m_ui->table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_ui->bytesEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QStringList hosts;
    for (const Level level : sendingLevels()) {
        if (!hosts.contains(endpoints.displayHost(level)))
            hosts.append(endpoints.displayHost(level));
    }
    m_ui->introLabel->setText(
        tr("These events are kept on this computer until they are sent to %1.").arg(hosts.join(u", "_s)));

    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PreviewWindow::showSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PreviewWindow::showSelection);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &PreviewWindow::sendRequested);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
    updateSendButton();
}

PreviewWindow::~PreviewWindow() = default;

void PreviewWindow::setEvents(const QList<SpooledEvent> &events)
{
    m_model->setEvents(events);
    m_ui->countLabel->setText(events.isEmpty()
                                  ? tr("Nothing has been recorded yet.")
                                  : tr("%n event(s) waiting to be sent", nullptr, m_model->pendingCount()));
    if (!events.isEmpty())
        m_ui->table->selectRow(0);
    updateSendButton();
}

void PreviewWindow::showSending()
{
    m_sending = true;
    m_ui->statusLabel->setText(tr("Sending…"));
    updateSendButton();
}

void PreviewWindow::showReport(const UploadReport &report)
{
    m_sending = false;
    m_ui->statusLabel->setText(ReportText::of(report));
    updateSendButton();
}

void PreviewWindow::showProblem(const QString &problem)
{
    m_sending = false;
    m_ui->statusLabel->setText(problem);
    updateSendButton();
}

void PreviewWindow::showSelection()
{
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    m_ui->bytesEdit->setPlainText(rows.isEmpty() ? QString() : QString::fromUtf8(m_model->bytes(rows.first().row())));
}

void PreviewWindow::updateSendButton()
{
    m_ui->sendButton->setEnabled(!m_sending && m_model->pendingCount() > 0);
}

} // namespace Telemetry
