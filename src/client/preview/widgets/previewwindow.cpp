#include "client/preview/widgets/previewwindow.h"

#include "client/preview/widgets/collectedpage.h"
#include "client/preview/widgets/eventsview.h"
#include "client/preview/widgets/pendingpage.h"
#include "client/preview/widgets/sentpage.h"
#include "client/preview/widgets/ui_previewwindow.h"

#include <QEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace Telemetry {

PreviewWindow::PreviewWindow(const DataDictionary &dictionary, const Endpoints &endpoints, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreviewWindow>())
    , m_pending(new PendingPage(dictionary))
    , m_sent(new SentPage(dictionary))
    , m_collected(new CollectedPage(dictionary))
{
    m_ui->setupUi(this);
    m_ui->pages->addTab(m_pending, tr("Pending"));
    m_ui->pages->addTab(m_sent, tr("Sent"));
    m_ui->pages->addTab(m_collected, tr("What is collected"));
    // Close comes last; Qt puts pages that are added later behind it.
    QWidget *last = m_collected;
    for (QWidget *next = last; m_collected == next || m_collected->isAncestorOf(next);
         next = next->nextInFocusChain()) {
        if (next->focusPolicy() & Qt::TabFocus)
            last = next;
    }
    setTabOrder(last, m_ui->closeButton);
    showIntroduction(endpoints);
    addShortcuts();
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
}

PreviewWindow::~PreviewWindow() = default;

void PreviewWindow::showIntroduction(const Endpoints &endpoints)
{
    QStringList hosts;
    for (const Level level : sendingLevels()) {
        if (!hosts.contains(endpoints.displayHost(level)))
            hosts.append(endpoints.displayHost(level));
    }
    m_ui->introLabel->setText(
        tr("Events are kept on this computer until they are sent to %1.").arg(hosts.join(u", "_s)));
}

void PreviewWindow::addShortcuts()
{
    const auto onPage = [this](auto inPending, auto inSent) {
        return [this, inPending, inSent] {
            if (m_ui->pages->currentWidget() == m_pending)
                inPending();
            else if (m_ui->pages->currentWidget() == m_sent)
                inSent();
        };
    };
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this,
            onPage([this] { m_pending->view().focusSearch(); }, [this] { m_sent->view().focusSearch(); }));
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this,
            onPage([this] { m_pending->undo(); }, [] {}));
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, &PreviewWindow::refreshWanted);
}

void PreviewWindow::showStatus(const ConsentStatus &status)
{
    m_ui->stateLabel->setText(status.words() + u'\n' + status.effective.reason);
    m_pending->showStatus(status);
    m_sent->showActivity(status.activity);
}

void PreviewWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT refreshWanted();
}

} // namespace Telemetry
