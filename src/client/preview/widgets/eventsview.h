#pragma once

#include "client/preview/eventdetails.h"
#include "client/preview/eventstore.h"
#include "contract/datadictionary.h"
#include "contract/week.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class EventsView;
}

namespace Telemetry {

class EventTreeModel;

/// The events of one kind: search, tree, and below it what is chosen, exactly. It asks for that by a signal. GUI
/// thread.
class EventsView : public QWidget
{
    Q_OBJECT
public:
    /// The dictionary must outlive the view.
    EventsView(const DataDictionary &dictionary, EventStore::Kind kind, QWidget *parent = nullptr);
    ~EventsView() override;

    [[nodiscard]] const EventTreeModel &model() const { return *m_model; }
    /// The rows that are chosen stay chosen, those that are still there.
    void setStore(const std::shared_ptr<const EventStore> &store);
    void setDeparture(const QSet<QString> &held, Week now);
    /// What to say when there is no event at all.
    void setEmptyText(const QString &text);
    /// Ignored unless it is the answer to the latest question.
    void showDetails(const EventDetails &details);

    [[nodiscard]] QList<EventKey> chosen() const;
    [[nodiscard]] bool hasChosen() const;
    /// The topic of what is chosen; empty when it is of several, or a level.
    [[nodiscard]] QString chosenTopic() const;
    void focusSearch();

Q_SIGNALS:
    void selectionChanged();
    /// Answered with showDetails(). The first few of what is chosen; and whether somebody looks at the request.
    void detailsWanted(const QList<Telemetry::EventKey> &keys, bool withRequest, quint64 ticket);
    void deleteKeyPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void expandAndChoose(const QList<EventKey> &keys);
    void search();
    void sizeColumns();
    void askForDetails();
    void showCount();

    std::unique_ptr<Ui::EventsView> m_ui;
    EventTreeModel *m_model;
    QTimer m_asking; ///< once for all that changes in one go
    quint64 m_ticket = 0;
};

} // namespace Telemetry
