#include "host/aggregate/aggregation.h"

#include "host/aggregate/abstractaggregationfiles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto again = u"Nothing was released or changed; mend it and run again."_s;
/// The last month that was released before this period, or is now.
std::optional<Release> monthBefore(const Period &period, const QList<Release> &released, const QList<Release> &now)
{
    std::optional<Release> last;
    for (const QList<Release> &releases : {released, now}) {
        for (const Release &release : releases) {
            if (release.period.isMonth() && release.period < period && (!last || last->period < release.period))
                last = release;
        }
    }
    return last;
}

const auto onlyPublish = u"What was released is safe in the aggregates file; mend it and run again."_s;

} // namespace

Aggregation::Aggregation(const AggregateOptions &options, const DataDictionary &dictionary,
                         AbstractAggregationFiles &files, const QByteArray &noiseKey, Say say, Progress progress)
    : m_options(options)
    , m_dictionary(dictionary)
    , m_files(files)
    , m_noiseKey(noiseKey)
    , m_say(std::move(say))
    , m_progress(std::move(progress))
{
}

std::optional<Complaint> Aggregation::run(const QDateTime &now)
{
    if (const auto locked = m_files.lock(); !locked)
        return Complaint{u"starting"_s, locked.error().detail, again};
    if (auto complaint = release(now))
        return complaint;
    return publish();
}

std::optional<Complaint> Aggregation::release(const QDateTime &now)
{
    const auto store = m_files.openReleases();
    if (!store)
        return Complaint{u"opening the aggregates file"_s, store.error().detail, again};
    const auto released = store.value()->releases();
    if (!released)
        return Complaint{u"reading the aggregates file"_s, released.error().detail, again};
    const auto raw = m_files.openRawEvents();
    if (!raw)
        return Complaint{u"opening the raw events"_s, raw.error().detail, again};
    const auto periods = countClosedPeriods(*raw.value(), m_dictionary, released.value(), now, m_progress);
    if (!periods)
        return Complaint{u"reading the raw events"_s, periods.error().detail, again};
    const auto &counters = periods.value().counters;
    m_say(u"read %1 events; %2 closed week(s) and month(s) to release"_s.arg(QString::number(periods.value().seen),
                                                                             QString::number(counters.size())));
    if (periods.value().undefined > 0)
        m_say(u"%1 event(s) are not what this data dictionary defines and count nowhere"_s.arg(
            periods.value().undefined));
    QList<NewRelease> made;
    QList<Release> releases;
    for (const auto &[period, counter] : counters) {
        const auto before = monthBefore(period, released.value(), releases);
        made.append(makeRelease(period, m_dictionary, counter.counts(), m_noiseKey, before ? &*before : nullptr));
        releases.append(made.last().release);
    }
    if (!releases.isEmpty()) {
        if (const auto done = store.value()->add(releases); !done)
            return Complaint{u"writing the aggregates file"_s, done.error().detail, again};
    }
    for (const NewRelease &each : made)
        report(each);
    return std::nullopt;
}

std::optional<Complaint> Aggregation::publish()
{
    QList<Release> releases;
    {
        const auto store = m_files.openReleases();
        auto read = store ? store.value()->releases() : Result<QList<Release>>(store.error());
        if (!read)
            return Complaint{u"reading the aggregates file"_s, read.error().detail, onlyPublish};
        releases = std::move(read).value();
    }
    PublicFiles files = publicFiles(m_dictionary, releases);
    const auto copy = m_files.copyOfReleases();
    if (!copy)
        return Complaint{u"copying the aggregates file"_s, copy.error().detail, onlyPublish};
    files[u"aggregates.sqlite"_s] = copy.value();

    const auto published = m_files.publishedPeriods();
    if (!published)
        return Complaint{u"reading the public folder"_s, published.error().detail, onlyPublish};
    for (const QString &period : published.value()) {
        if (std::none_of(releases.begin(), releases.end(),
                         [&](const Release &each) { return each.period.toString() == period; }))
            return Complaint{
                u"publishing"_s,
                u"%1 publishes %2, which the aggregates file does not have"_s.arg(m_options.publicFolder, period),
                u"Restore the aggregates file (the folder has a copy), or name another folder."_s};
    }
    const auto replaced = m_files.publish(files);
    if (!replaced)
        return Complaint{u"publishing"_s, replaced.error().detail, onlyPublish};
    m_say((replaced.value() ? u"published %1: %2 week(s) and month(s), %3 files"_s
                            : u"%1 is up to date: %2 week(s) and month(s), %3 files"_s)
              .arg(m_options.publicFolder, QString::number(releases.size()), QString::number(files.size())));
    return std::nullopt;
}

void Aggregation::report(const NewRelease &made) const
{
    ReleaseTally all;
    QString tables;
    for (auto tally = made.tallies.begin(); tally != made.tallies.end(); ++tally) {
        all.published += tally->published;
        all.suppressed += tally->suppressed;
        tables += u"\n  %1: %2 published, %3 suppressed"_s.arg(tally.key(), QString::number(tally->published),
                                                               QString::number(tally->suppressed));
    }
    m_say(u"%1: %2 cells published, %3 suppressed"_s.arg(made.release.period.toString(), QString::number(all.published),
                                                         QString::number(all.suppressed))
          + tables);
}

} // namespace Telemetry
