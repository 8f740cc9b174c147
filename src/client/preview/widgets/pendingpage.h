#pragma once

#include "client/consent/consentstatus.h"
#include "client/preview/eventstore.h"
#include "client/upload/abstractuploader.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class PendingPage;
}

namespace Telemetry {

class DataDictionary;
class EventsView;

/// The page of what has not been sent: look, delete, hold, send, export. It asks by signals and is told by its setters.
/// GUI thread.
class PendingPage : public QWidget
{
    Q_OBJECT
public:
    /// The dictionary must outlive the page.
    explicit PendingPage(const DataDictionary &dictionary, QWidget *parent = nullptr);
    ~PendingPage() override;

    [[nodiscard]] EventsView &view() { return *m_view; }
    void setStore(const std::shared_ptr<const EventStore> &store);
    void setDeparture(const QSet<QString> &held, Week now);
    /// How many uses wait to be counted. Told while telemetry does not run: else they are counted at once.
    void setWaitingUses(int uses);
    /// How many events were deleted unsent, because the spool was full.
    void setDropped(int events);
    void showStatus(const ConsentStatus &status);
    void showSending();
    /// That many more events were answered.
    void showProgress(int answered);
    void showReport(const UploadReport &report);
    /// Something to tell, in words for the user; it ends a sending that is shown.
    void showMessage(const QString &text);
    void showRemoved(int removed, bool canUndo);
    void undo();

Q_SIGNALS:
    void sendRequested();
    void cancelRequested();
    void removeRequested(const QList<Telemetry::EventKey> &keys);
    /// The uses that wait to be counted should go, too.
    void discardUsesRequested();
    void undoRequested();
    void holdRequested(const QString &topic, bool held);
    void exportRequested();

private:
    void removeChosen();
    void removeShown();
    [[nodiscard]] bool hasUncounted() const { return m_waitingUses > 0 && !m_status.running; }
    void updateControls();
    void updateHoldButton();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString emptyText() const;

    std::unique_ptr<Ui::PendingPage> m_ui;
    const DataDictionary &m_dictionary;
    EventsView *m_view;
    ConsentStatus m_status;
    QSet<QString> m_held;
    QTimer m_tryTimer; ///< until the next try
    int m_waitingUses = 0;
    int m_dropped = 0;
    bool m_sending = false;
    bool m_canUndo = false;
};

} // namespace Telemetry
