#pragma once

#include "client/consent/consentstatus.h"
#include "client/preview/collectedvalues.h"
#include "client/preview/eventdetails.h"
#include "client/preview/eventstore.h"
#include "client/upload/abstractuploader.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>

namespace Telemetry {

class EventsView;
class PreviewDesk;
class PreviewWindow;

/// The preview window while it is open, and its way to the desk in the worker thread. Without a window, what it is told
/// is dropped. GUI thread.
class PreviewHolder : public QObject
{
    Q_OBJECT
public:
    PreviewHolder();
    ~PreviewHolder() override;

    /// The desk belongs to the worker thread, and outlives the window. `endpoints`: where is sent. Once, before open().
    void setDesk(PreviewDesk *desk, const Endpoints &endpoints);
    /// Opens the window above this one, or raises it. False when the data dictionary can't be read.
    bool open(QWidget *above);
    /// The events have changed: reads them again, if somebody is looking.
    void refresh();

    void showStatus(const ConsentStatus &status);
    /// See PendingPage::setDropped().
    void setDropped(int events);
    void showSending();
    void showProgress(int answered);
    void showReport(const UploadReport &report);
    void showProblem(const QString &problem);

Q_SIGNALS:
    void sendRequested();
    void cancelRequested();
    /// The user clicked, and confirmed. Empty: everything.
    void eraseConfirmed(const QList<Telemetry::EventKey> &keys);
    void forgetConfirmed();

private:
    void connectWindow();
    void connectDesk();
    void connectDetails(EventsView &view, EventStore::Kind kind);
    void exportEvents(EventStore::Kind kind);
    void showStore(const std::shared_ptr<const EventStore> &store);

    std::unique_ptr<const DataDictionary> m_dictionary; ///< loaded when the window is first opened
    QPointer<PreviewWindow> m_window;                   ///< deletes itself when it is closed
    PreviewDesk *m_desk = nullptr;
    Endpoints m_endpoints;
    ConsentStatus m_status;
    int m_dropped = 0;
};

} // namespace Telemetry
