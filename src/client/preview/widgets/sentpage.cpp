#include "client/preview/widgets/sentpage.h"

#include "client/preview/eventtreemodel.h"
#include "client/preview/widgets/eventsview.h"
#include "client/preview/widgets/ui_sentpage.h"
#include "contract/limits.h"

#include <QMessageBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

SentPage::SentPage(const DataDictionary &dictionary, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SentPage>())
    , m_view(new EventsView(dictionary, EventStore::Kind::Sent, this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(1, m_view, 1);
    setTabOrder(m_view, m_ui->eraseButton);
    m_ui->sentStatusLabel->hide();
    m_ui->sentSummaryLabel->setText(tr(
        "What was sent from this environment. These receipts stay on this computer for %n day(s) at most, so that you "
        "can have it erased from the server.",
        nullptr, Limits::rawDays));
    m_view->setEmptyText(tr("Nothing was sent from this environment, or its receipts are gone."));
    connect(m_view, &EventsView::selectionChanged, this, &SentPage::updateControls);
    connect(m_ui->sentExportButton, &QPushButton::clicked, this, &SentPage::exportRequested);
    connect(m_ui->eraseButton, &QPushButton::clicked, this, [this] {
        const QList<EventKey> keys = m_view->chosen();
        confirm(u"TelemetryEraseQuestion"_s,
                tr("Do you want to have %n event(s) erased from the server? This can't be undone.", nullptr,
                   static_cast<int>(keys.size())),
                tr("Erase"), [this, keys] {
                    m_asked = true;
                    Q_EMIT eraseConfirmed(keys);
                });
    });
    connect(m_ui->eraseAllButton, &QPushButton::clicked, this, [this] {
        confirm(u"TelemetryEraseQuestion"_s,
                tr("Do you want to have everything erased from the server that was sent from this environment? This "
                   "can't be undone."),
                tr("Erase"), [this] {
                    m_asked = true;
                    Q_EMIT eraseConfirmed({});
                });
    });
    connect(m_ui->forgetButton, &QPushButton::clicked, this, [this] {
        confirm(u"TelemetryForgetQuestion"_s,
                tr("Do you want to delete all receipts from this computer? What was sent can then no longer be erased "
                   "from the server, and no longer be linked to this computer. You may be counted once more in this "
                   "month, this "
                   "year and ever."),
                tr("Forget"), [this] { Q_EMIT forgetConfirmed(); });
    });
    updateControls();
}

SentPage::~SentPage() = default;

void SentPage::confirm(const QString &name, const QString &question, const QString &yes,
                       const std::function<void()> &confirmed)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Telemetry"), question, QMessageBox::NoButton, this);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *accept = box->addButton(yes, QMessageBox::AcceptRole);
    accept->setObjectName(u"confirmButton"_s);
    QPushButton *reject = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    reject->setObjectName(u"keepButton"_s);
    for (QPushButton *button : {accept, reject})
        button->setAutoDefault(false);
    box->setDefaultButton(reject);
    connect(accept, &QPushButton::clicked, this, confirmed);
    box->open();
}

void SentPage::setStore(const std::shared_ptr<const EventStore> &store)
{
    m_view->setStore(store);
    updateControls();
}

void SentPage::showActivity(const Activity &activity)
{
    const bool changed = std::exchange(m_erase, activity.erase) != activity.erase;
    // Also one that was asked for elsewhere, or before a restart: nobody else may have said that it failed.
    if (m_asked || (changed && activity.erase == Activity::Erase::Failed)) {
        showMessage(activity.erase == Activity::Erase::Running ? tr("Asking the server to erase…")
                                                               : activity.eraseDetail);
        m_asked = activity.erase == Activity::Erase::Running || activity.erase == Activity::Erase::Idle;
    }
    updateControls();
}

void SentPage::showMessage(const QString &text)
{
    m_ui->sentStatusLabel->setText(text);
    m_ui->sentStatusLabel->setVisible(!text.isEmpty());
}

void SentPage::updateControls()
{
    const bool any = m_view->model().eventCount() > 0;
    const bool running = m_erase == Activity::Erase::Running;
    m_ui->sentSummaryLabel->setVisible(any);
    m_ui->eraseButton->setEnabled(any && !running && m_view->hasChosen());
    m_ui->eraseAllButton->setEnabled(any && !running);
    m_ui->forgetButton->setEnabled(any && !running);
    m_ui->sentExportButton->setEnabled(any);
}

} // namespace Telemetry
