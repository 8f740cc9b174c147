#include "host/aggregate/aggregation.h"

#include "contract/limits.h"
#include "host/aggregate/abstractaggregationfiles.h"
#include "host/aggregate/publichistory.h"
#include "host/aggregate/runclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto again = u"Nothing was drawn or changed; mend it and run again."_s;
const auto openFile = u"opening the aggregates file"_s;
const auto readFile = u"reading the aggregates file"_s;

/// The last month that was released before this period, or is now.
std::optional<Release> monthBefore(const Period &period, const QList<Release> &released, const QList<Candidate> &now)
{
    std::optional<Release> last;
    const auto look = [&](const Release &release) {
        if (release.period.isMonth() && release.period < period && (!last || last->period < release.period))
            last = release;
    };
    std::for_each(released.begin(), released.end(), look);
    for (const Candidate &candidate : now)
        look(candidate.release);
    return last;
}

} // namespace

Aggregation::Aggregation(const AggregationSetting &setting, const QByteArray &noiseKey)
    : m_setting(setting)
    , m_noiseKey(noiseKey)
{
}

std::optional<Complaint> Aggregation::run()
{
    if (auto doubt = judgeClock())
        return doubt;
    // What is too old goes even when nothing can be drawn; and what closed is drawn even when something can't be
    // deleted.
    const auto notDeleted = deleteRaw();
    const auto notDrawn = draw(std::nullopt);
    return notDrawn ? notDrawn : notDeleted;
}

std::optional<Complaint> Aggregation::drawAgain(const QString &reason)
{
    if (auto doubt = judgeClock())
        return doubt;
    return draw(reason);
}

std::optional<Complaint> Aggregation::judgeClock() const
{
    if (m_setting.clockIsRight)
        return std::nullopt;
    KnownTimes known{m_setting.builtOn, {}, {}};
    // A file that can't be read says nothing about the time; that it can't, whoever uses it will say.
    if (const auto store = m_setting.files.openReleases()) {
        if (const auto lastRun = store.value()->lastRun())
            known.lastRun = lastRun.value();
    }
    if (const auto raw = m_setting.files.openRawEvents()) {
        if (const auto periods = raw.value()->periods()) {
            for (const QString &text : periods.value()) {
                const auto period = Period::fromString(text);
                if (period && !period->isMonth() && (!known.newestWeek || *known.newestWeek < period->lastWeek()))
                    known.newestWeek = period->lastWeek();
            }
        }
    }
    if (const auto doubt = clockDoubt(m_setting.now, known))
        return Complaint{u"looking at the clock"_s, *doubt,
                         u"Nothing was drawn, deleted or published. Set the clock; if it is right, say so once with "
                         "--clock-is-right."_s,
                         ExitCode::Clock};
    return std::nullopt;
}

std::optional<Complaint> Aggregation::deleteRaw() const
{
    QList<Period> published;
    {
        const auto store = m_setting.files.openReleases();
        const auto releases = store ? store.value()->outlines(AbstractReleaseStore::Which::Released)
                                    : Result<QList<Release>>(store.error());
        // What is too old goes also when nobody knows any more what was published.
        for (const Release &release : releases ? releases.value() : QList<Release>()) {
            if (release.period.isMonth())
                published.append(release.period);
        }
    }
    const auto deleted = m_setting.files.deleteRaw(published, m_setting.now);
    if (!deleted)
        return complaintOf(u"deleting raw events"_s, deleted.error(),
                           u"What is too old, or published, is still there. Mend it and run again."_s);
    if (deleted.value() == RawDeletion::Made)
        m_setting.say(u"raw events that are too old or published are deleted"_s);
    return std::nullopt;
}

std::optional<Complaint> Aggregation::draw(const std::optional<QString> &reason) const
{
    const auto store = m_setting.files.openReleases();
    if (!store)
        return complaintOf(openFile, store.error(), again);
    using Which = AbstractReleaseStore::Which;
    const auto drawn = store.value()->outlines(reason ? Which::Released : Which::Drawn); // again: without candidates
    const auto removals = drawn ? store.value()->removals() : Result<QList<Removal>>(drawn.error());
    if (!removals)
        return complaintOf(readFile, removals.error(), again);
    if (auto lacking = lack(drawn.value()))
        return lacking;
    const auto raw = m_setting.files.openRawEvents();
    if (!raw)
        return complaintOf(u"opening the raw events"_s, raw.error(), again);
    const auto periods =
        countClosedPeriods(*raw.value(), m_setting.dictionary, drawn.value(), m_setting.now, m_setting.progress);
    if (!periods)
        return complaintOf(u"reading the raw events"_s, periods.error(), again);
    const auto &counters = periods.value().counters;
    m_setting.say(u"read %1 events; %2 closed week(s) and month(s) to draw"_s.arg(QString::number(periods.value().seen),
                                                                                  QString::number(counters.size())));
    if (periods.value().undefined > 0)
        m_setting.say(u"%1 event(s) are not what this data dictionary defines and count nowhere"_s.arg(
            periods.value().undefined));
    QList<NewRelease> made;
    QList<Candidate> candidates;
    QList<Period> known;
    for (const Release &release : drawn.value())
        known.append(release.period);
    for (const auto &[period, counter] : counters) {
        const auto before = monthBefore(period, drawn.value(), candidates);
        NewRelease each =
            makeRelease(period, m_setting.dictionary, counter.counts(), m_noiseKey, before ? &*before : nullptr);
        applyRemovals(removals.value(), m_setting.dictionary, each.release);
        candidates.append({each.release, m_setting.now.toUTC().date(), periods.value().undefined});
        known.append(period);
        made.append(each);
    }
    const auto done = store.value()->addCandidates(candidates, m_setting.now.toUTC().date(), reason);
    if (!done)
        return complaintOf(u"writing the aggregates file"_s, done.error(), again);
    for (const NewRelease &each : made)
        report(each);
    warn(known);
    return std::nullopt;
}

std::optional<Complaint> Aggregation::lack(const QList<Release> &drawn) const
{
    const auto history = m_setting.files.history();
    if (!history)
        return complaintOf(u"reading the history"_s, history.error(), again);
    const auto why = lackOf(history.value(), drawn, std::nullopt);
    if (!why)
        return std::nullopt;
    return Complaint{u"holding the aggregates file against the history"_s, *why,
                     u"It would be drawn twice. Bring the file back from your backup."_s, ExitCode::WrongFile};
}

void Aggregation::report(const NewRelease &made) const
{
    ReleaseTally all;
    QString tables;
    for (auto tally = made.tallies.begin(); tally != made.tallies.end(); ++tally) {
        all.published += tally->published;
        all.suppressed += tally->suppressed;
        tables += u"\n  %1: %2 to publish, %3 suppressed"_s.arg(tally.key(), QString::number(tally->published),
                                                                QString::number(tally->suppressed));
    }
    m_setting.say(u"%1: %2 cells to publish, %3 suppressed"_s.arg(
                      made.release.period.toString(), QString::number(all.published), QString::number(all.suppressed))
                  + tables);
}

void Aggregation::warn(const QList<Period> &known) const
{
    QStringList missed;
    for (const Period &period : missedPeriods(known, m_setting.now, Limits::missedPeriodDays))
        missed.append(period.toString());
    if (!missed.isEmpty())
        m_setting.say(u"warning: closed, and without an event to draw numbers from: %1"_s.arg(missed.join(u", "_s)));
}

} // namespace Telemetry
