// The aggregation: composition root. One thread, from the raw events to the public folder.
#include "host/aggregate/aggregateoptions.h"
#include "host/aggregate/disk/aggregatestore.h"
#include "host/aggregate/disk/noisekey.h"
#include "host/aggregate/disk/publicdirectory.h"
#include "host/aggregate/disk/runlock.h"
#include "host/raw/disk/rawreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr qint64 quietMs = 2'000; ///< what takes longer shows its progress
constexpr qint64 eventsPerLook = 10'000;

void say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
}

/// Step, why, and what to do.
int complain(const QString &step, const QString &why, const QString &advice)
{
    std::fflush(stdout);
    std::fprintf(stderr, "napari-telemetry-aggregate: %s: %s. %s\n", qUtf8Printable(step), qUtf8Printable(why),
                 qUtf8Printable(advice));
    return exitFailed;
}

const QString again = u"Nothing was released or changed; mend it and run again."_s;
const QString onlyPublish = u"What was released is safe in the aggregates file; mend it and run again."_s;

using WeekCounters = std::map<Week, CellCounter>;

/// Counts the events of weeks that are closed and not released.
Result<WeekCounters> countEvents(const RawReader &raw, const DataDictionary &dictionary, const QList<Release> &released,
                                 const QDateTime &now)
{
    const auto total = raw.count();
    if (!total)
        return total.error();
    WeekCounters counters;
    QHash<QString, CellCounter *> byName; // null: not wanted
    qint64 seen = 0;
    qint64 undefined = 0;
    QElapsedTimer time;
    time.start();
    qint64 shown = 0;
    const auto done = raw.visit([&](const QString &topic, const QString &weekName, const QJsonObject &value) {
        if (++seen % eventsPerLook == 0 && time.elapsed() > shown + quietMs) {
            shown = time.elapsed();
            std::fprintf(stderr, "reading: %lld of %lld events\n", seen, total.value());
        }
        auto known = byName.find(weekName);
        if (known == byName.end()) {
            const auto week = Week::fromString(weekName);
            const bool wanted = week && week->closesAt() <= now
                                && std::none_of(released.begin(), released.end(),
                                                [&](const Release &release) { return release.week == *week; });
            known = byName.insert(weekName, wanted ? &counters.try_emplace(*week, dictionary).first->second : nullptr);
        }
        if (*known && !(*known)->add(topic, value))
            ++undefined;
    });
    if (!done)
        return done.error();
    say(u"read %1 events; %2 closed week(s) to release"_s.arg(seen).arg(counters.size()));
    if (undefined > 0)
        say(u"%1 event(s) are not what this data dictionary defines and count nowhere"_s.arg(undefined));
    return counters;
}

void report(const NewRelease &made)
{
    ReleaseTally all;
    QString tables;
    for (auto tally = made.tallies.begin(); tally != made.tallies.end(); ++tally) {
        all.published += tally->published;
        all.suppressed += tally->suppressed;
        tables +=
            u"\n  %1: %2 published, %3 suppressed"_s.arg(tally.key()).arg(tally->published).arg(tally->suppressed);
    }
    say(u"%1: %2 cells published, %3 suppressed"_s.arg(made.release.week.toString())
            .arg(all.published)
            .arg(all.suppressed)
        + tables);
}

/// From the raw events to the aggregates file. The file is closed when it returns.
int release(const AggregateOptions &options, const DataDictionary &dictionary, const QDateTime &now)
{
    const auto store = AggregateStore::open(options.aggregates, u"aggregates"_s);
    if (!store)
        return complain(u"opening the aggregates file"_s, store.error().detail, again);
    const auto released = store.value()->releases();
    if (!released)
        return complain(u"reading the aggregates file"_s, released.error().detail, again);
    const auto raw = RawReader::open(options.raw, u"raw"_s);
    if (!raw)
        return complain(u"opening the raw events"_s, raw.error().detail, again);
    const auto counters = countEvents(*raw.value(), dictionary, released.value(), now);
    if (!counters)
        return complain(u"reading the raw events"_s, counters.error().detail, again);
    const auto key = NoiseKey::readOrMake(options.key);
    if (!key)
        return complain(u"reading the noise key"_s, key.error().detail, again);
    QList<NewRelease> made;
    QList<Release> releases;
    for (const auto &[week, counter] : counters.value()) {
        made.append(makeRelease(week, dictionary.version(), counter.counts(), options.parameters, key.value()));
        releases.append(made.last().release);
    }
    if (!releases.isEmpty()) {
        if (const auto done = store.value()->add(releases); !done)
            return complain(u"writing the aggregates file"_s, done.error().detail, again);
    }
    for (const NewRelease &each : made)
        report(each);
    return 0;
}

/// From the aggregates file to the public folder.
int publish(const AggregateOptions &options, const DataDictionary &dictionary)
{
    QList<Release> releases;
    {
        const auto store = AggregateStore::open(options.aggregates, u"aggregates"_s);
        auto read = store ? store.value()->releases() : Result<QList<Release>>(store.error());
        if (!read)
            return complain(u"reading the aggregates file"_s, read.error().detail, onlyPublish);
        releases = std::move(read).value();
    }
    PublicFiles files = publicFiles(dictionary, releases, options.parameters);
    // Closed above: SQLite loses its locks when its own process closes another handle of the file.
    QFile copy(options.aggregates);
    if (!copy.open(QIODevice::ReadOnly))
        return complain(u"copying the aggregates file"_s, copy.errorString(), onlyPublish);
    files[u"aggregates.sqlite"_s] = copy.readAll();

    const PublicDirectory folder(options.publicFolder);
    const auto weeks = folder.weeks();
    if (!weeks)
        return complain(u"reading the public folder"_s, weeks.error().detail, onlyPublish);
    for (const QString &week : weeks.value()) {
        if (std::none_of(releases.begin(), releases.end(),
                         [&](const Release &each) { return each.week.toString() == week; }))
            return complain(
                u"publishing"_s,
                u"%1 publishes %2, which the aggregates file does not have"_s.arg(options.publicFolder, week),
                u"Restore the aggregates file (the folder has a copy), or name another folder."_s);
    }
    const auto replaced = folder.replace(files);
    if (!replaced)
        return complain(u"publishing"_s, replaced.error().detail, onlyPublish);
    say((replaced.value() ? u"published %1: %2 week(s), %3 files"_s : u"%1 is up to date: %2 week(s), %3 files"_s)
            .arg(options.publicFolder)
            .arg(releases.size())
            .arg(files.size()));
    return 0;
}

QByteArray shippedDictionary()
{
    QFile file(u":/telemetry/dictionary.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-aggregate"_s);
    const auto command = readAggregateOptions(QCoreApplication::arguments());
    if (!command) {
        std::fprintf(stderr, "napari-telemetry-aggregate: %s\n", qUtf8Printable(command.error().detail));
        return exitUsage;
    }
    if (!command.value().run) {
        std::fputs(qUtf8Printable(command.value().text), stdout);
        return 0;
    }
    const AggregateOptions &options = *command.value().run;
    const auto dictionary = DataDictionary::load(shippedDictionary());
    if (!dictionary)
        return complain(u"reading the data dictionary"_s, dictionary.error().detail, u"The program is damaged."_s);
    const auto lock = RunLock::take(options.aggregates + u".lock"_s);
    if (!lock)
        return complain(u"starting"_s, lock.error().detail, again);
    const int released = release(options, dictionary.value(), options.now.value_or(QDateTime::currentDateTimeUtc()));
    return released != 0 ? released : publish(options, dictionary.value());
}
