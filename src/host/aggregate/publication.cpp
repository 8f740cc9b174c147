#include "host/aggregate/publication.h"

#include "contract/limits.h"
#include "host/aggregate/abstractaggregationfiles.h"
#include "host/aggregate/publicationdraft.h"
#include "host/history/historycomparison.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto nothingPublished = u"Nothing was published; mend it and try again."_s;
const auto onlyPublish = u"What was released is safe in the aggregates file; mend it and run again."_s;
const auto readFile = u"reading the aggregates file"_s;
const auto bringBack =
    u"Bring the aggregates file back from your backup. (aggregates.sqlite of the public folder has its numbers, but no "
    "removals: make those again.)"_s;

Complaint waits(const QString &why, const QString &advice)
{
    return {u"publishing"_s, why, advice, ExitCode::Waits};
}

} // namespace

Publication::Publication(const AggregationSetting &setting)
    : m_setting(setting)
{
}

std::optional<Complaint> Publication::review(Review &review) const
{
    const auto store = m_setting.files.openReleases();
    const auto releases = store ? store.value()->releases() : Result<QList<Release>>(store.error());
    const auto candidates = releases ? store.value()->candidates() : Result<QList<Candidate>>(releases.error());
    if (!candidates)
        return complaintOf(readFile, candidates.error(), nothingPublished);
    review = reviewOf(releases.value(), candidates.value(), m_setting.dictionary);
    return std::nullopt;
}

std::optional<Complaint> Publication::enterAccess(const QString &role, const QString &reason) const
{
    const auto entered = m_setting.files.enterHistory(
        [&](const HistoryChain &) {
            return QList<HistoryDraft>{{HistoryKind::Access, {}, {{u"who"_s, role}}, reason}};
        },
        m_setting.now.toUTC().date());
    if (!entered)
        return complaintOf(u"entering it into the history"_s, entered.error(), u"Nothing was opened."_s);
    auto complaint = finish();
    if (complaint)
        complaint->advice = u"Nothing was opened. "_s + complaint->advice;
    return complaint;
}

std::optional<Complaint> Publication::audited(AuditFacts &facts) const
{
    using Which = AbstractReleaseStore::Which;
    const auto store = m_setting.files.openReleases();
    const auto released = store ? store.value()->outlines(Which::Released) : Result<QList<Release>>(store.error());
    const auto drawn = released ? store.value()->outlines(Which::Drawn) : released;
    const auto lastRun = drawn ? store.value()->lastRun() : Result<QDate>(drawn.error());
    if (!lastRun)
        return complaintOf(readFile, lastRun.error(), u"Not everything was looked at."_s);
    for (const Release &release : released.value()) {
        if (release.period.isMonth())
            facts.published.append(release.period);
    }
    QList<Period> known;
    for (const Release &release : drawn.value())
        known.append(release.period);
    facts.missed = missedPeriods(known, m_setting.now, Limits::missedPeriodDays);
    if (lastRun.value().isValid())
        facts.lastRun = lastRun.value();
    return std::nullopt;
}

std::optional<Complaint> Publication::publish(const QByteArray &digest) const
{
    Review waiting;
    if (auto complaint = review(waiting))
        return complaint;
    if (waiting.digest.isEmpty()) {
        m_setting.say(u"nothing waits to be published"_s);
        return finish();
    }
    if (digest != waiting.digest)
        return waits(u"this digest isn't that of the candidates"_s,
                     u"Look at them with \"review\", and publish the digest that it shows."_s);
    if (auto complaint = release())
        return complaint;
    return finish();
}

std::optional<Complaint> Publication::publishUnseen() const
{
    Review waiting;
    if (auto complaint = review(waiting))
        return complaint;
    if (waiting.digest.isEmpty())
        return finish();
    if (!waiting.isComparable)
        return waits(u"there are too few weeks or months before these to compare them with"_s,
                     u"Look at the candidates with \"review\", and publish the digest that it shows."_s);
    if (!waiting.suspicions.isEmpty())
        return waits(
            u"%1 thing(s) are suspicious, the first: %2"_s.arg(QString::number(waiting.suspicions.size()),
                                                               waiting.suspicions.first()),
            u"Look at the candidates with \"review\"; then publish them by their digest, or draw them again."_s);
    if (auto complaint = release())
        return complaint;
    return finish();
}

std::optional<Complaint> Publication::lack(bool alsoRemovals) const
{
    const auto history = m_setting.files.history();
    if (!history)
        return complaintOf(u"reading the history"_s, history.error(), nothingPublished);
    const auto store = m_setting.files.openReleases();
    const auto releases =
        store ? store.value()->outlines(AbstractReleaseStore::Which::Released) : Result<QList<Release>>(store.error());
    const auto removals = releases ? store.value()->removals() : Result<QList<Removal>>(releases.error());
    if (!removals)
        return complaintOf(readFile, removals.error(), nothingPublished);
    const auto known = alsoRemovals ? std::optional(removals.value().size()) : std::nullopt;
    if (const auto why = lackOf(history.value(), releases.value(), known))
        return Complaint{u"holding the aggregates file against the history"_s, *why, bringBack, ExitCode::WrongFile};
    return std::nullopt;
}

std::optional<Complaint> Publication::release() const
{
    if (auto complaint = lack(true))
        return complaint;
    const auto store = m_setting.files.openReleases();
    const auto done = store ? store.value()->releaseCandidates() : Result<Done>(store.error());
    if (!done)
        return complaintOf(u"writing the aggregates file"_s, done.error(), nothingPublished);
    return std::nullopt;
}

std::optional<Complaint> Publication::remove(const Removal &removal, bool inAdvance) const
{
    // A removal that the history has and an older file hasn't is made again by just this.
    if (auto complaint = lack(false))
        return complaint;
    {
        const auto store = m_setting.files.openReleases();
        auto releases = store ? store.value()->releases() : Result<QList<Release>>(store.error());
        auto candidates = releases ? store.value()->candidates() : Result<QList<Candidate>>(releases.error());
        if (!candidates)
            return complaintOf(readFile, candidates.error(), u"Nothing was removed; mend it and try again."_s);
        const auto known = store.value()->removals();
        if (!known)
            return complaintOf(readFile, known.error(), u"Nothing was removed; mend it and try again."_s);
        // One that was stopped half-way is only ended.
        const bool isThere = std::any_of(known.value().begin(), known.value().end(), [&](const Removal &each) {
            return each.kind == removal.kind && each.name == removal.name && each.key == removal.key;
        });
        QList<Release> left = std::move(releases).value();
        QList<Candidate> waiting = std::move(candidates).value();
        bool isFound = isThere || inAdvance;
        for (Release &release : left)
            isFound = applyRemovals({removal}, m_setting.dictionary, release) || isFound;
        for (Candidate &candidate : waiting)
            isFound = applyRemovals({removal}, m_setting.dictionary, candidate.release) || isFound;
        if (!isFound)
            return Complaint{
                u"removing"_s, u"nothing of it is published or waits"_s,
                u"Nothing was removed. Look at the name; with --in-advance it is never published in future."_s,
                ExitCode::Usage};
        const auto done = isThere ? Result<Done>(Done{}) : store.value()->remove(removal, left, waiting);
        if (!done)
            return complaintOf(u"writing the aggregates file"_s, done.error(),
                               u"Nothing was removed; mend it and try again."_s);
    }
    m_setting.say(u"removed for good: %1 %2"_s.arg(removalKindName(removal.kind), removal.name));
    return finish();
}

std::optional<Complaint> Publication::contradiction(const HistoryChain &chain, const PublicationDraft &draft,
                                                    const QByteArray &publicHistory) const
{
    const auto step = u"holding what is published against the history"_s;
    const HistoryComparison compared = compareHistories(chain.bytes(), publicHistory);
    if (!compared.isKept())
        return Complaint{
            step,
            u"the public folder's history has %1 line(s) in common with the one beside the aggregates file, "
            "and others after them"_s.arg(compared.common),
            u"Bring history.jsonl and history-head.json back from the public folder, and run again."_s,
            ExitCode::WrongFile};
    auto why = lackOf(chain, draft.deeds.releases, draft.deeds.removals.size());
    if (!why)
        why = changeOf(chain, draft.deeds, draft.files);
    return why ? std::optional(Complaint{step, *why, bringBack, ExitCode::WrongFile}) : std::nullopt;
}

std::optional<Complaint> Publication::rebuild() const
{
    const auto store = m_setting.files.openReleases();
    const auto done = store ? store.value()->rebuild() : Result<Done>(store.error());
    if (!done)
        return complaintOf(
            u"making the aggregates file anew"_s, done.error(),
            u"What was removed is not public after the next run, which makes it anew; mend it and run."_s);
    return std::nullopt;
}

std::optional<Complaint> Publication::finish() const
{
    // All that the public folder was made of is out of memory before the pages are made.
    auto complaint = publishFolder();
    return complaint ? complaint : show();
}

std::optional<Complaint> Publication::publishFolder() const
{
    PublicationDraft draft;
    if (auto complaint = draftPublication(m_setting, draft)) {
        complaint->advice = onlyPublish;
        return complaint;
    }
    const QList<Release> &releases = draft.deeds.releases;
    const auto published = m_setting.files.publishedPeriods();
    if (!published)
        return complaintOf(u"reading the public folder"_s, published.error(), onlyPublish);
    for (const QString &period : published.value()) {
        if (std::none_of(releases.begin(), releases.end(),
                         [&](const Release &each) { return each.period.toString() == period; }))
            return Complaint{u"publishing"_s,
                             u"the public folder publishes %1, which the aggregates file does not have"_s.arg(period),
                             bringBack, ExitCode::WrongFile};
    }
    // A removal is entered when no byte of it is left, so that one that was stopped before is ended here.
    const auto publicHistory = m_setting.files.publishedHistory();
    if (!publicHistory)
        return complaintOf(u"reading the public folder"_s, publicHistory.error(), onlyPublish);
    std::optional<Complaint> refused;
    const auto history = m_setting.files.enterHistory(
        [&](const HistoryChain &chain) {
            refused = contradiction(chain, draft, publicHistory.value());
            if (refused)
                return QList<HistoryDraft>();
            const QList<HistoryDraft> lines = missingLines(chain, draft.deeds, draft.files);
            if (std::any_of(lines.begin(), lines.end(),
                            [](const HistoryDraft &line) { return line.kind == HistoryKind::Removal; }))
                refused = rebuild();
            return refused ? QList<HistoryDraft>() : lines;
        },
        m_setting.now.toUTC().date());
    if (refused)
        return refused;
    if (!history) {
        Complaint complaint = complaintOf(u"entering it into the history"_s, history.error(), onlyPublish);
        if (history.error().code == Error::Code::Closed)
            complaint.code = ExitCode::Waits;
        return complaint;
    }
    for (auto file = history.value().begin(); file != history.value().end(); ++file) {
        if (const auto added = addTo(draft, file.key(), file.value()); !added)
            return complaintOf(u"publishing"_s, added.error(), onlyPublish);
    }
    const auto replaced = draft.folder->publish();
    if (!replaced)
        return complaintOf(u"publishing"_s, replaced.error(), onlyPublish);
    m_setting.say((replaced.value() ? u"published: %1 week(s) and month(s), %2 files"_s
                                    : u"the public folder is up to date: %1 week(s) and month(s), %2 files"_s)
                      .arg(QString::number(releases.size()), QString::number(draft.files.size())));
    return std::nullopt;
}

std::optional<Complaint> Publication::show() const
{
    if (m_setting.writeSite) {
        const auto written = m_setting.writeSite();
        if (!written)
            return Complaint{
                u"writing the site"_s, written.error().detail,
                u"The public folder is complete, and the site and its copy are as they were; mend it and run again."_s,
                ExitCode::NotShown};
        m_setting.say(written.value() ? u"the site has the pages of it"_s : u"the site is up to date"_s);
    }
    if (const auto copied = m_setting.files.copyToPublicHost(); !copied)
        return Complaint{u"copying to the public host"_s, copied.error().detail,
                         u"What is published is complete here; mend it and run again."_s, ExitCode::NotShown};
    return std::nullopt;
}

} // namespace Telemetry
