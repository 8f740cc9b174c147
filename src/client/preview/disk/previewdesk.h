#pragma once

#include "client/consent/clientfiles.h"
#include "client/preview/collectedvalues.h"
#include "client/preview/eventdetails.h"
#include "client/preview/eventstore.h"
#include "client/spool/eventkey.h"
#include "contract/clock.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QObject>
#include <QSet>

#include <array>
#include <atomic>
#include <memory>
#include <optional>

namespace Telemetry {

class SqlitePreview;

/// What the preview window asks of the disk: reading, deleting and putting back, holding topics, exporting. It needs no
/// grant and can send nothing. Lives in the worker thread: call its functions by queued connections or
/// QMetaObject::invokeMethod only. Each answers by a signal; problem() when it can't.
class PreviewDesk : public QObject
{
    Q_OBJECT
public:
    /// Which spool, and where it is sent.
    PreviewDesk(const ClientFiles &files, const Endpoints &endpoints,
                std::unique_ptr<const Clock> clock = std::make_unique<SystemClock>());
    ~PreviewDesk() override;

    /// Reads everything anew: departureRead(), waitingRead() and loaded(), twice for many events, and valuesRead().
    void load();
    /// Ends with detailsRead(), unless a newer question was announced. `keys` are the first few that are chosen.
    void describe(EventStore::Kind kind, const QList<EventKey> &keys, bool withRequest, quint64 ticket);
    /// From any thread: questions with a lower ticket need no answer any more.
    void announce(EventStore::Kind kind, quint64 ticket) { m_latest[static_cast<size_t>(kind)] = ticket; }
    /// Takes pending and refused events out; ends with removed(). They can be put back until forgetRemoved().
    void remove(const QList<EventKey> &keys);
    void undo();
    /// Deletes the uses that wait to be counted.
    void discardUses();
    /// To be called whenever what was allowed has changed.
    void forgetRemoved();
    void setHeld(const QString &topic, bool held);
    /// Writes all events of this kind, as CSV when the file is called so, else as JSON; ends with exported().
    void exportTo(EventStore::Kind kind, const QString &file);

Q_SIGNALS:
    void loaded(std::shared_ptr<const Telemetry::EventStore> store);
    void departureRead(const QSet<QString> &held, Telemetry::Week now);
    /// How many uses wait beside the spool to be counted.
    void waitingRead(int uses);
    void valuesRead(const Telemetry::CollectedValues &values);
    void detailsRead(Telemetry::EventStore::Kind kind, const Telemetry::EventDetails &details);
    /// `count` events were taken out, or put back; whether something can be put back now.
    void removed(int count, bool canUndo);
    void heldChanged();
    void exported(const QString &message);
    void problem(const QString &text);

private:
    template<typename Use> void withSpool(Use use);
    [[nodiscard]] bool loadDictionary();
    void loadKind(const SqlitePreview &spool, EventStore::Kind kind, CollectedValues &values);
    [[nodiscard]] Result<QList<SpooledEvent>> chosenEvents(const SqlitePreview &spool, EventStore::Kind kind,
                                                           const QList<EventKey> &keys) const;
    void fail(const Error &error);

    std::unique_ptr<const Clock> m_clock;
    std::optional<DataDictionary> m_dictionary;
    const ClientFiles m_files;
    const Endpoints m_endpoints;
    std::array<std::atomic<quint64>, 2> m_latest{}; ///< tickets, by kind
    QList<SpooledEvent> m_removed;                  ///< what undo() puts back
};

} // namespace Telemetry
