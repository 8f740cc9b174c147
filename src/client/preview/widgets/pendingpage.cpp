#include "client/preview/widgets/pendingpage.h"

#include "client/language/dictionarytext.h"
#include "client/language/language.h"
#include "client/preview/eventtreemodel.h"
#include "client/preview/reporttext.h"
#include "client/preview/widgets/eventsview.h"
#include "client/preview/widgets/ui_pendingpage.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telemetry {

PendingPage::PendingPage(const DataDictionary &dictionary, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PendingPage>())
    , m_dictionary(dictionary)
    , m_view(new EventsView(dictionary, EventStore::Kind::Unsent, this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(1, m_view, 1);
    setTabOrder(m_view, m_ui->cancelButton);
    m_ui->statusLabel->hide();
    connect(m_view, &EventsView::selectionChanged, this, &PendingPage::updateControls);
    connect(m_view, &EventsView::deleteKeyPressed, this, &PendingPage::removeChosen);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &PendingPage::removeChosen);
    connect(m_ui->deleteAllButton, &QPushButton::clicked, this, &PendingPage::removeShown);
    connect(m_ui->undoButton, &QPushButton::clicked, this, &PendingPage::undo);
    connect(m_ui->holdButton, &QPushButton::clicked, this, [this] {
        const QString topic = m_view->chosenTopic();
        Q_EMIT holdRequested(topic, !m_held.contains(topic));
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &PendingPage::exportRequested);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &PendingPage::sendRequested);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &PendingPage::cancelRequested);
    m_tryTimer.setSingleShot(true);
    m_tryTimer.setTimerType(Qt::PreciseTimer); // or it may come before the moment
    connect(&m_tryTimer, &QTimer::timeout, this, &PendingPage::updateControls);
    updateControls();
}

PendingPage::~PendingPage() = default;

void PendingPage::setStore(const std::shared_ptr<const EventStore> &store)
{
    m_view->setStore(store);
    updateControls();
}

void PendingPage::setDeparture(const QSet<QString> &held, Week now)
{
    m_held = held;
    m_view->setDeparture(held, now);
    updateControls();
}

void PendingPage::setWaitingUses(int uses)
{
    m_waitingUses = uses;
    updateControls();
}

void PendingPage::setDropped(int events)
{
    m_dropped = events;
    updateControls();
}

void PendingPage::showStatus(const ConsentStatus &status)
{
    m_status = status;
    // When the moment of the next try has come, what the page says of it is over.
    m_tryTimer.stop();
    if (const qint64 wait = QDateTime::currentDateTimeUtc().msecsTo(m_status.activity.nextTry); wait > 0)
        m_tryTimer.start(static_cast<int>(std::min<qint64>(wait + 1, std::numeric_limits<int>::max())));
    updateControls();
}

void PendingPage::showSending()
{
    m_sending = true;
    m_ui->progressBar->setRange(0, m_view->model().counts().leaving);
    m_ui->progressBar->setValue(0);
    m_ui->statusLabel->setText(tr("Sending…"));
    m_ui->statusLabel->show();
    updateControls();
}

void PendingPage::showProgress(int answered)
{
    m_ui->progressBar->setValue(m_ui->progressBar->value() + answered);
}

void PendingPage::showReport(const UploadReport &report)
{
    showMessage(ReportText::of(report));
}

void PendingPage::showMessage(const QString &text)
{
    m_sending = false;
    m_ui->statusLabel->setText(text);
    m_ui->statusLabel->setVisible(!text.isEmpty());
    updateControls();
}

void PendingPage::showRemoved(int removed, bool canUndo)
{
    m_canUndo = canUndo;
    m_ui->statusLabel->setText(
        canUndo ? tr("%n event(s) deleted. They are not recorded again this week or month.", nullptr, removed)
                : tr("%n event(s) put back.", nullptr, removed));
    m_ui->statusLabel->show();
    updateControls();
}

void PendingPage::removeChosen()
{
    const QList<EventKey> keys = m_view->chosen();
    if (!keys.isEmpty())
        Q_EMIT removeRequested(keys);
}

void PendingPage::removeShown()
{
    const EventTreeModel &model = m_view->model();
    if (hasUncounted() && model.shownCount() == model.eventCount())
        Q_EMIT discardUsesRequested();
    if (model.shownCount() > 0)
        Q_EMIT removeRequested(model.shownKeys());
}

void PendingPage::undo()
{
    if (m_canUndo)
        Q_EMIT undoRequested();
}

void PendingPage::updateControls()
{
    const EventCounts counts = m_view->model().counts();
    const bool chosen = m_view->hasChosen();
    m_ui->summaryLabel->setText(summary());
    m_ui->summaryLabel->setVisible(!m_ui->summaryLabel->text().isEmpty());
    m_view->setEmptyText(emptyText());
    m_ui->progressBar->setVisible(m_sending);
    m_ui->cancelButton->setVisible(m_sending);
    m_ui->sendButton->setEnabled(!m_sending && m_status.running && counts.leaving > 0);
    m_ui->deleteButton->setEnabled(chosen);
    m_ui->deleteAllButton->setEnabled(m_view->model().shownCount() > 0 || hasUncounted());
    m_ui->deleteAllButton->setText(m_view->model().shownCount() < m_view->model().eventCount() ? tr("Delete found")
                                                                                               : tr("Delete all"));
    m_ui->undoButton->setEnabled(m_canUndo);
    m_ui->exportButton->setEnabled(m_view->model().eventCount() > 0);
    updateHoldButton();
}

void PendingPage::updateHoldButton()
{
    const QString topic = m_view->chosenTopic();
    const TopicDefinition *definition = m_dictionary.topic(topic);
    m_ui->holdButton->setEnabled(definition != nullptr);
    m_ui->holdButton->setText(m_held.contains(topic) ? tr("Release topic") : tr("Hold topic"));
    const QString title = definition ? DictionaryText::title(*definition) : QString();
    m_ui->holdButton->setToolTip(
        !definition              ? tr("Select events of one topic first.")
        : m_held.contains(topic) ? tr("“%1” is recorded and sent again.").arg(title)
                                 : tr("“%1” is neither recorded nor sent until you release it. What waits of it stays "
                                      "here.")
                                       .arg(title));
}

QString PendingPage::summary() const
{
    const EventCounts counts = m_view->model().counts();
    QStringList parts;
    if (counts.leaving > 0)
        parts.append(tr("%n event(s) waiting to be sent.", nullptr, counts.leaving));
    if (counts.growing > 0)
        parts.append(tr("%n event(s) of this week still growing, sent after the week.", nullptr, counts.growing));
    if (counts.held > 0)
        parts.append(tr("%n event(s) held.", nullptr, counts.held));
    if (counts.refused > 0)
        parts.append(tr("%n event(s) refused by the server, not sent again.", nullptr, counts.refused));
    if (hasUncounted())
        parts.append(tr("%n use(s) of commands and layers not counted yet.", nullptr, m_waitingUses));
    if (m_dropped > 0)
        parts.append(
            tr("%n event(s) deleted unsent, the oldest first, because there was no more room.", nullptr, m_dropped));
    if (m_status.activity.unreachable)
        parts.append(tr("The server could not be reached for several days. Nothing is lost."));
    if (const QDateTime &next = m_status.activity.nextTry; next > QDateTime::currentDateTimeUtc())
        parts.append(tr("The next try to send is on %1.")
                         .arg(Language::locale().toString(next.toLocalTime(), QLocale::ShortFormat)));
    else if (next.isValid())
        parts.append(tr("It is tried again as soon as possible."));
    return parts.join(u' ');
}

QString PendingPage::emptyText() const
{
    if (!m_status.activity.problem.isEmpty())
        return m_status.activity.problem;
    if (m_status.effective.cause == EffectiveLevel::Cause::Paused)
        return tr("Nothing is waiting, and nothing is recorded while telemetry is paused.");
    if (!m_status.running)
        return tr("Telemetry is off. Nothing is recorded, and nothing is sent.");
    return tr("Nothing is waiting. What napari records appears here before it is sent.");
}

} // namespace Telemetry
