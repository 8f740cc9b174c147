#include "client/preview/disk/telemetrycommands.h"

#include "client/preview/disk/exporting.h"
#include "client/preview/disk/outgoing.h"
#include "client/preview/eventtext.h"
#include "client/spool/disk/heldtopicsfile.h"
#include "client/spool/disk/receiptsfile.h"
#include "client/spool/disk/seenfile.h"
#include "client/spool/disk/sqlitepreview.h"
#include "client/spool/disk/usesegment.h"
#include "platform/disk/shippedresources.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QJsonObject failed(const Error &error)
{
    return {{u"problem"_s, error.detail}};
}

QJsonObject requestToJson(const Request &request)
{
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return {{u"method"_s, QString::fromLatin1(request.method)},
            {u"url"_s, request.url.toString()},
            {u"headers"_s, headers},
            {u"body"_s, QString::fromUtf8(request.body)}};
}

/// The rows in the words and in the order of the window.
QJsonArray rowsOf(const QList<SpooledEvent> &events, EventStore::Kind kind, const DataDictionary &dictionary,
                  const QSet<QString> &held, Week now)
{
    const bool sent = kind == EventStore::Kind::Sent;
    EventStore store(kind);
    QHash<EventKey, QByteArray> bytes;
    for (const SpooledEvent &event : events) {
        store.append(event, dictionary);
        bytes.insert({event.event.topic, event.event.reporter.bytes()}, event.bytes);
    }
    store.sort();
    QJsonArray rows;
    for (int i = 0; i < store.size(); ++i) {
        const EventStore::Row &row = store.row(i);
        QJsonObject object{{u"level"_s, levelName(static_cast<Level>(row.level))},
                           {u"topic"_s, store.topic(row)},
                           {u"period"_s, store.period(row)},
                           {u"sentence"_s, store.sentence(row)},
                           {u"event"_s, QString::fromUtf8(bytes.value(store.key(i)))}};
        object.insert(sent ? u"sent_on"_s : u"state"_s,
                      sent ? store.detail(row) : EventText::state(store, row, dictionary, held, now));
        if (sent)
            object.insert(u"answer"_s, EventText::answer(row.accepted));
        rows.append(object);
    }
    return rows;
}

} // namespace

TelemetryCommands::TelemetryCommands(const ClientFiles &files, const Endpoints &endpoints, const Clock &clock)
    : m_files(files)
    , m_endpoints(endpoints)
    , m_clock(clock)
{
}

QJsonObject TelemetryCommands::run(const QString &name, const QString &file) const
{
    return name == "preview"_L1    ? preview()
           : name == "receipts"_L1 ? receipts()
           : name == "export"_L1   ? exportTo(file)
           : name == "purge"_L1    ? purge()
           : name == "forget"_L1   ? forgetReceipts()
                                   : QJsonObject();
}

/// What `use` makes of the open spool and the dictionary; without a file there is nothing, which is no fault.
template<typename Use> QJsonObject TelemetryCommands::withSpool(Use use) const
{
    const auto dictionary = shippedDictionary();
    if (!dictionary)
        return failed(dictionary.error());
    const auto spool = SqlitePreview::open(m_files.spool());
    if (spool)
        return use(*spool.value(), dictionary.value());
    if (spool.error().code == Error::Code::NotFound)
        return {{u"events"_s, QJsonArray()},
                {u"requests"_s, QJsonArray()},
                {u"message"_s, tr("Nothing was recorded in this environment.")}};
    return failed(spool.error());
}

QJsonObject TelemetryCommands::preview() const
{
    return withSpool([this](const SqlitePreview &spool, const DataDictionary &dictionary) -> QJsonObject {
        const auto held = HeldTopicsFile(m_files.held()).read();
        if (!held)
            return failed(held.error());
        const auto events = eventsOf(spool, EventStore::Kind::Unsent);
        if (!events)
            return failed(events.error());
        const Week now = Week::of(m_clock.now());
        const Outgoing outgoing(dictionary, m_endpoints, held.value(), now);
        QJsonArray requests;
        for (const Level level : sendingLevels()) {
            const auto leaving = outgoing.requests(spool, level);
            if (!leaving)
                return failed(leaving.error());
            for (const Request &request : leaving.value())
                requests.append(requestToJson(request));
        }
        QStringList topics(held.value().begin(), held.value().end());
        topics.sort();
        const int uncounted = waitingUses(m_files.spool());
        QStringList messages;
        if (events.value().isEmpty())
            messages.append(tr("There is no event."));
        if (uncounted > 0)
            messages.append(tr("%n use(s) of commands and layers not counted yet.", nullptr, uncounted));
        return {{u"message"_s, messages.join(u' ')},
                {u"uncounted"_s, uncounted},
                {u"events"_s, rowsOf(events.value(), EventStore::Kind::Unsent, dictionary, held.value(), now)},
                {u"requests"_s, requests},
                {u"held"_s, QJsonArray::fromStringList(topics)}};
    });
}

QJsonObject TelemetryCommands::receipts() const
{
    return withSpool([this](const SqlitePreview &spool, const DataDictionary &dictionary) -> QJsonObject {
        const auto seen = SeenFile(m_files.folder(), {}).read();
        QJsonArray counted;
        for (const Seen::Counted &each : seen ? seen.value().counted() : QList<Seen::Counted>()) {
            const QString sentence = each.week.isEmpty()
                                         ? tr("%1: counted in the period \"%2\".").arg(each.topic, each.period)
                                         : tr("%1: counted in the period \"%2\", by the event of %3.")
                                               .arg(each.topic, each.period, each.week);
            counted.append(QJsonObject{{u"topic"_s, each.topic},
                                       {u"period"_s, each.period},
                                       {u"week"_s, each.week},
                                       {u"sentence"_s, sentence}});
        }
        const auto events = eventsOf(spool, EventStore::Kind::Sent);
        if (!events)
            return failed(events.error());
        const QString nothing = events.value().isEmpty() ? tr("There is no event.") : QString();
        return {{u"message"_s, seen ? nothing : seen.error().detail},
                {u"events"_s, rowsOf(events.value(), EventStore::Kind::Sent, dictionary, {}, Week::of(m_clock.now()))},
                {u"counted"_s, counted}};
    });
}

QJsonObject TelemetryCommands::exportTo(const QString &file) const
{
    return withSpool([&](const SqlitePreview &spool, const DataDictionary &dictionary) -> QJsonObject {
        QList<SpooledEvent> all;
        for (const auto kind : {EventStore::Kind::Unsent, EventStore::Kind::Sent}) {
            const auto events = eventsOf(spool, kind);
            if (!events)
                return failed(events.error());
            all += events.value();
        }
        if (const auto written = exportEvents(all, dictionary, file); !written)
            return {{u"problem"_s, tr("The file can't be written: %1").arg(written.error().detail)}};
        return {{u"message"_s, tr("%n event(s) written to %1.", nullptr, static_cast<int>(all.size())).arg(file)},
                {u"count"_s, all.size()}};
    });
}

QJsonObject TelemetryCommands::purge() const
{
    const auto spool = SqlitePreview::open(m_files.spool());
    if (!spool && spool.error().code != Error::Code::NotFound)
        return failed(spool.error());
    int count = 0;
    if (spool) {
        const auto events = eventsOf(*spool.value(), EventStore::Kind::Unsent);
        if (!events)
            return failed(events.error());
        QList<EventKey> keys;
        for (const SpooledEvent &event : events.value())
            keys.append({event.event.topic, event.event.reporter.bytes()});
        const auto removed = spool.value()->remove(keys);
        if (!removed)
            return failed(removed.error());
        count = static_cast<int>(removed.value().size());
    }
    if (const auto emptied = emptySegments(m_files.spool()); !emptied)
        return failed(emptied.error());
    return {{u"message"_s, tr("%n event(s) deleted.", nullptr, count)}, {u"count"_s, count}};
}

QJsonObject TelemetryCommands::forgetReceipts() const
{
    auto forgotten = ReceiptsFile::forget(m_files.spool());
    if (forgotten)
        forgotten = SeenFile::remove(m_files.folder());
    return forgotten ? QJsonObject{{u"message"_s, tr("The receipts are deleted.")}} : failed(forgotten.error());
}

} // namespace Telemetry
