#include "client/preview/disk/previewdesk.h"

#include "client/preview/disk/outgoing.h"
#include "client/preview/eventexport.h"
#include "client/spool/disk/heldtopicsfile.h"
#include "client/spool/disk/sqlitepreview.h"
#include "client/spool/disk/usesegment.h"
#include "contract/limits.h"
#include "platform/disk/shippedresources.h"
#include "platform/disk/wholefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Telemetry {

PreviewDesk::PreviewDesk(const ClientFiles &files, const Endpoints &endpoints, std::unique_ptr<const Clock> clock)
    : m_clock(std::move(clock))
    , m_files(files)
    , m_endpoints(endpoints)
{
}

PreviewDesk::~PreviewDesk() = default;

bool PreviewDesk::loadDictionary()
{
    if (m_dictionary)
        return true;
    auto dictionary = shippedDictionary();
    if (dictionary)
        m_dictionary = std::move(dictionary).value();
    else
        fail(dictionary.error());
    return m_dictionary.has_value();
}

void PreviewDesk::fail(const Error &error)
{
    Q_EMIT problem(tr("The events on this computer can't be read or changed: %1.").arg(error.detail));
}

/// Calls `use` with the open spool; not when there is no file, which is no fault.
template<typename Use> void PreviewDesk::withSpool(Use use)
{
    if (!loadDictionary())
        return;
    const auto spool = SqlitePreview::open(m_files.spool());
    if (spool)
        use(*spool.value());
    else if (spool.error().code != Error::Code::NotFound)
        fail(spool.error());
}

void PreviewDesk::load()
{
    const auto held = HeldTopicsFile(m_files.held()).read();
    if (!held)
        fail(held.error());
    else
        Q_EMIT departureRead(held.value(), Week::of(m_clock->now()));
    Q_EMIT waitingRead(waitingUses(m_files.spool()));
    CollectedValues values;
    bool read = false;
    withSpool([&](const SqlitePreview &spool) {
        read = true;
        for (const auto kind : {EventStore::Kind::Unsent, EventStore::Kind::Sent})
            loadKind(spool, kind, values);
    });
    if (!read) {
        for (const auto kind : {EventStore::Kind::Unsent, EventStore::Kind::Sent})
            Q_EMIT loaded(std::make_shared<const EventStore>(kind));
    }
    Q_EMIT valuesRead(values);
}

void PreviewDesk::loadKind(const SqlitePreview &spool, EventStore::Kind kind, CollectedValues &values)
{
    auto store = std::make_shared<EventStore>(kind);
    const auto each = [&](const SpooledEvent &event) {
        store->append(event, *m_dictionary);
        values.add(event.event);
        if (store->size() == Limits::previewFirst) {
            auto first = std::make_shared<EventStore>(*store);
            first->sort();
            Q_EMIT loaded(first);
        }
        return true;
    };
    const auto done = kind == EventStore::Kind::Sent ? spool.sent(each) : spool.unsent(each);
    if (!done)
        fail(done.error());
    store->sort();
    Q_EMIT loaded(store);
}

Result<QList<SpooledEvent>> PreviewDesk::chosenEvents(const SqlitePreview &spool, EventStore::Kind kind,
                                                      const QList<EventKey> &keys) const
{
    QList<SpooledEvent> events;
    for (const EventKey &key : keys) {
        auto event = spool.event(key);
        if (!event)
            return event.error();
        if (!event.value())
            continue; // gone meanwhile
        SpooledEvent found = *event.value();
        if (kind == EventStore::Kind::Sent)
            found.bytes = found.receipt;
        events.append(found);
    }
    return events;
}

void PreviewDesk::describe(EventStore::Kind kind, const QList<EventKey> &keys, bool withRequest, quint64 ticket)
{
    if (ticket < m_latest[static_cast<size_t>(kind)])
        return;
    withSpool([&](const SqlitePreview &spool) {
        const auto found = chosenEvents(spool, kind, keys);
        if (!found) {
            fail(found.error());
            return;
        }
        EventDetails details{ticket, {}, {}, {}};
        QStringList lines;
        for (const SpooledEvent &event : found.value())
            lines.append(QString::fromUtf8(event.bytes));
        details.json = lines.join(u'\n');
        const auto held = HeldTopicsFile(m_files.held()).read();
        if (withRequest && kind == EventStore::Kind::Unsent && held && !found.value().isEmpty()) {
            const Outgoing outgoing(*m_dictionary, m_endpoints, held.value(), Week::of(m_clock->now()));
            const QList<SpooledEvent> &events = found.value();
            const auto first = std::find_if(events.begin(), events.end(),
                                            [&](const SpooledEvent &event) { return outgoing.leavesNow(event); });
            const auto request = first == events.end() ? Result<std::optional<Request>>(std::nullopt)
                                                       : outgoing.requestWith(spool, *first);
            if (request && request.value())
                details.request = requestText(*request.value());
            else
                details.note = outgoing.whyNot(events.first());
        }
        Q_EMIT detailsRead(kind, details);
    });
}

void PreviewDesk::remove(const QList<EventKey> &keys)
{
    const auto spool = SqlitePreview::open(m_files.spool());
    const auto taken = spool ? spool.value()->remove(keys) : Result<QList<SpooledEvent>>(spool.error());
    if (!taken) {
        fail(taken.error());
        return;
    }
    m_removed = taken.value();
    Q_EMIT removed(static_cast<int>(m_removed.size()), !m_removed.isEmpty());
    load();
}

void PreviewDesk::undo()
{
    const auto spool = SqlitePreview::open(m_files.spool());
    const auto restored = spool ? spool.value()->restore(m_removed) : Result<int>(spool.error());
    if (!restored) {
        fail(restored.error());
        return;
    }
    m_removed.clear();
    Q_EMIT removed(restored.value(), false);
    load();
}

void PreviewDesk::discardUses()
{
    if (const auto emptied = emptySegments(m_files.spool()); !emptied)
        fail(emptied.error());
    load();
}

void PreviewDesk::forgetRemoved()
{
    m_removed.clear();
}

void PreviewDesk::setHeld(const QString &topic, bool held)
{
    if (const auto done = HeldTopicsFile(m_files.held()).setHeld(topic, held); !done)
        fail(done.error());
    Q_EMIT heldChanged();
    load();
}

void PreviewDesk::exportTo(EventStore::Kind kind, const QString &file)
{
    withSpool([&](const SqlitePreview &spool) {
        QList<SpooledEvent> events;
        const auto each = [&](const SpooledEvent &event) {
            events.append(event);
            return true;
        };
        const auto read = kind == EventStore::Kind::Sent ? spool.sent(each) : spool.unsent(each);
        if (!read) {
            fail(read.error());
            return;
        }
        const bool csv = file.endsWith(u".csv"_s, Qt::CaseInsensitive);
        const auto written = WholeFile::writeForUser(file, csv ? EventExport::toCsv(events, *m_dictionary)
                                                               : EventExport::toJson(events, *m_dictionary));
        Q_EMIT exported(written ? tr("%n event(s) written to %1.", nullptr, static_cast<int>(events.size()))
                                      .arg(QDir::toNativeSeparators(file))
                                : tr("The file can't be written: %1").arg(written.error().detail));
    });
}

} // namespace Telemetry
