#include "client/plugins/telemetry/previewholder.h"

#include "client/preview/disk/exporting.h"
#include "client/preview/disk/previewdesk.h"
#include "client/preview/widgets/collectedpage.h"
#include "client/preview/widgets/eventsview.h"
#include "client/preview/widgets/pendingpage.h"
#include "client/preview/widgets/previewwindow.h"
#include "client/preview/widgets/sentpage.h"
#include "platform/disk/shippedresources.h"

#include <QDesktopServices>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace Telemetry {

PreviewHolder::PreviewHolder() = default;

PreviewHolder::~PreviewHolder()
{
    delete m_window;
}

void PreviewHolder::setDesk(PreviewDesk *desk, const Endpoints &endpoints)
{
    m_endpoints = endpoints;
    m_desk = desk;
    connectDesk();
}

bool PreviewHolder::open(QWidget *above)
{
    if (!m_dictionary) {
        auto dictionary = shippedDictionary();
        if (!dictionary)
            return false;
        m_dictionary = std::make_unique<const DataDictionary>(std::move(dictionary).value());
    }
    if (!m_window) {
        m_window = new PreviewWindow(*m_dictionary, m_endpoints, above);
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        connectWindow();
        m_window->showStatus(m_status);
        m_window->pending().setDropped(m_dropped);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    refresh();
    return true;
}

void PreviewHolder::connectWindow()
{
    PreviewDesk *desk = m_desk;
    connect(m_window, &PreviewWindow::refreshWanted, this, &PreviewHolder::refresh);
    PendingPage *pending = &m_window->pending();
    connect(pending, &PendingPage::sendRequested, this, &PreviewHolder::sendRequested);
    connect(pending, &PendingPage::cancelRequested, this, &PreviewHolder::cancelRequested);
    connect(pending, &PendingPage::removeRequested, this, [this, desk](const QList<EventKey> &keys) {
        Q_EMIT cancelRequested(); // or what is deleted could still be sent
        QMetaObject::invokeMethod(desk, [desk, keys] { desk->remove(keys); });
    });
    connect(pending, &PendingPage::discardUsesRequested, desk, &PreviewDesk::discardUses);
    connect(pending, &PendingPage::undoRequested, desk, &PreviewDesk::undo);
    connect(pending, &PendingPage::holdRequested, desk, &PreviewDesk::setHeld);
    connect(pending, &PendingPage::exportRequested, this, [this] { exportEvents(EventStore::Kind::Unsent); });
    connectDetails(pending->view(), EventStore::Kind::Unsent);
    SentPage *sent = &m_window->sent();
    connect(sent, &SentPage::eraseConfirmed, this, &PreviewHolder::eraseConfirmed);
    connect(sent, &SentPage::forgetConfirmed, this, &PreviewHolder::forgetConfirmed);
    connect(sent, &SentPage::exportRequested, this, [this] { exportEvents(EventStore::Kind::Sent); });
    connectDetails(sent->view(), EventStore::Kind::Sent);
    connect(&m_window->collected(), &CollectedPage::tableRequested, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void PreviewHolder::connectDetails(EventsView &view, EventStore::Kind kind)
{
    connect(&view, &EventsView::detailsWanted, this,
            [desk = m_desk, kind](const QList<EventKey> &keys, bool withRequest, quint64 ticket) {
                desk->announce(kind, ticket);
                QMetaObject::invokeMethod(
                    desk, [desk, kind, keys, withRequest, ticket] { desk->describe(kind, keys, withRequest, ticket); });
            });
}

void PreviewHolder::connectDesk()
{
    connect(m_desk, &PreviewDesk::loaded, this, &PreviewHolder::showStore);
    connect(m_desk, &PreviewDesk::departureRead, this, [this](const QSet<QString> &held, Week now) {
        if (m_window)
            m_window->pending().setDeparture(held, now);
    });
    connect(m_desk, &PreviewDesk::waitingRead, this, [this](int uses) {
        if (m_window)
            m_window->pending().setWaitingUses(uses);
    });
    connect(m_desk, &PreviewDesk::valuesRead, this, [this](const CollectedValues &values) {
        if (m_window)
            m_window->collected().showValues(values);
    });
    connect(m_desk, &PreviewDesk::detailsRead, this, [this](EventStore::Kind kind, const EventDetails &details) {
        if (!m_window)
            return;
        if (kind == EventStore::Kind::Sent)
            m_window->sent().view().showDetails(details);
        else
            m_window->pending().view().showDetails(details);
    });
    connect(m_desk, &PreviewDesk::removed, this, [this](int count, bool canUndo) {
        if (m_window)
            m_window->pending().showRemoved(count, canUndo);
    });
    connect(m_desk, &PreviewDesk::exported, this, [this](const QString &message) {
        if (m_window) {
            m_window->pending().showMessage(message);
            m_window->sent().showMessage(message);
        }
    });
    connect(m_desk, &PreviewDesk::problem, this, &PreviewHolder::showProblem);
}

void PreviewHolder::showStore(const std::shared_ptr<const EventStore> &store)
{
    if (!m_window)
        return;
    if (store->kind() == EventStore::Kind::Sent)
        m_window->sent().setStore(store);
    else
        m_window->pending().setStore(store);
}

void PreviewHolder::exportEvents(EventStore::Kind kind)
{
    auto *dialog = new QFileDialog(m_window, tr("Export events"));
    dialog->setObjectName(u"TelemetryExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(suggestedExportFile());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, m_desk,
            [desk = m_desk, kind](const QString &file) { desk->exportTo(kind, file); });
    dialog->open();
}

void PreviewHolder::refresh()
{
    if (m_window)
        QMetaObject::invokeMethod(m_desk, &PreviewDesk::load);
}

void PreviewHolder::showStatus(const ConsentStatus &status)
{
    m_status = status;
    if (m_window)
        m_window->showStatus(status);
}

void PreviewHolder::setDropped(int events)
{
    m_dropped = events;
    if (m_window)
        m_window->pending().setDropped(events);
}

void PreviewHolder::showSending()
{
    if (m_window)
        m_window->pending().showSending();
}

void PreviewHolder::showProgress(int answered)
{
    if (m_window)
        m_window->pending().showProgress(answered);
}

void PreviewHolder::showReport(const UploadReport &report)
{
    if (m_window)
        m_window->pending().showReport(report);
}

void PreviewHolder::showProblem(const QString &problem)
{
    if (m_window)
        m_window->pending().showMessage(problem);
}

} // namespace Telemetry
