#pragma once

#include "client/consent/consentstatus.h"
#include "client/preview/eventstore.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SentPage;
}

namespace Telemetry {

class DataDictionary;
class EventsView;

/// The page of the receipts: what was sent, on which day, what the server answered; to have it erased there, or to
/// forget it here. It asks by signals and is told by its setters. GUI thread.
class SentPage : public QWidget
{
    Q_OBJECT
public:
    /// The dictionary must outlive the page.
    explicit SentPage(const DataDictionary &dictionary, QWidget *parent = nullptr);
    ~SentPage() override;

    [[nodiscard]] EventsView &view() { return *m_view; }
    void setStore(const std::shared_ptr<const EventStore> &store);
    /// How an erasing goes.
    void showActivity(const Activity &activity);
    void showMessage(const QString &text);

Q_SIGNALS:
    /// The user clicked, and confirmed. Empty: everything.
    void eraseConfirmed(const QList<Telemetry::EventKey> &keys);
    void forgetConfirmed();
    void exportRequested();

private:
    /// Asks in a window of this page; `confirmed` is called after a yes.
    void confirm(const QString &name, const QString &question, const QString &yes,
                 const std::function<void()> &confirmed);
    void updateControls();

    std::unique_ptr<Ui::SentPage> m_ui;
    EventsView *m_view;
    Activity::Erase m_erase = Activity::Erase::Idle;
    bool m_asked = false; ///< for an erasing, from here
};

} // namespace Telemetry
