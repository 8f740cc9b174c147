#include "host/aggregate/publichistory.h"

#include "host/aggregate/publicperiod.h"
#include "host/history/historyentry.h"
#include "host/history/historynames.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

qsizetype linesOf(const HistoryChain &chain, HistoryKind kind)
{
    return std::count_if(chain.entries().begin(), chain.entries().end(),
                         [&](const HistoryEntry &entry) { return entry.said.kind == kind; });
}

bool isEntered(const HistoryChain &chain, const QString &period)
{
    return std::any_of(chain.entries().begin(), chain.entries().end(), [&](const HistoryEntry &entry) {
        return entry.said.kind == HistoryKind::Release && entry.said.what["period"_L1] == period;
    });
}

void addDocument(QList<HistoryDraft> &lines, const HistoryChain &chain, const FileDigests &files, HistoryKind kind,
                 const QString &name)
{
    const auto file = files.constFind(name);
    if (file == files.constEnd())
        return;
    if (chain.files().value(name) != file.value())
        lines.append({kind, {{name, file.value()}}, {}, {}});
}

/// Files that are what others make them: those of a release or a document have lines that say so.
bool isDerived(const QString &name)
{
    static const QStringList own{HistoryNames::history, HistoryNames::head,  HistoryNames::keys,
                                 u"dictionary.json"_s,  u"endpoints.json"_s, u"public-list.json"_s};
    return !own.contains(name) && !name.startsWith(u"periods/"_s);
}

bool isPublication(const HistoryDraft &line)
{
    return line.kind != HistoryKind::DrawAgain && line.kind != HistoryKind::Access;
}

/// Whoever checks the history finds every file in it.
void addDerived(QList<HistoryDraft> &lines, const HistoryChain &chain, const FileDigests &files)
{
    FileDigests changed;
    QJsonArray gone;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (isDerived(file.key()) && chain.files().value(file.key()) != file.value())
            changed.insert(file.key(), file.value());
    }
    for (auto known = chain.files().begin(); known != chain.files().end(); ++known) {
        if (isDerived(known.key()) && !files.contains(known.key()))
            gone.append(known.key());
    }
    if (changed.isEmpty() && gone.isEmpty())
        return;
    if (!gone.isEmpty() || lines.isEmpty() || !isPublication(lines.last()))
        lines.append({HistoryKind::Files, {}, gone.isEmpty() ? QJsonObject() : QJsonObject{{goneField, gone}}, {}});
    lines.last().files.insert(changed);
}

} // namespace

std::optional<QString> lackOf(const HistoryChain &chain, const QList<Release> &releases,
                              std::optional<qsizetype> removals)
{
    QStringList known;
    for (const Release &release : releases)
        known.append(release.period.toString());
    for (const HistoryEntry &entry : chain.entries()) {
        const QString period = entry.said.what["period"_L1].toString();
        if (entry.said.kind == HistoryKind::Release && !known.contains(period))
            return u"the history has released %1, which the aggregates file does not have"_s.arg(period);
    }
    const qsizetype entered = linesOf(chain, HistoryKind::Removal);
    if (removals && entered > *removals)
        return u"the history has %1 removal(s), the aggregates file %2"_s.arg(QString::number(entered),
                                                                              QString::number(*removals));
    return std::nullopt;
}

std::optional<QString> changeOf(const HistoryChain &chain, const PublicDeeds &deeds, const FileDigests &files)
{
    if (linesOf(chain, HistoryKind::Removal) < deeds.removals.size())
        return std::nullopt;
    for (const Release &release : deeds.releases) {
        const QString name = publicPeriodPath(release.period);
        if (isEntered(chain, release.period.toString()) && chain.files().value(name) != files.value(name))
            return u"the numbers of %1 are not those that the history has released"_s.arg(release.period.toString());
    }
    return std::nullopt;
}

QList<HistoryDraft> missingLines(const HistoryChain &chain, const PublicDeeds &deeds, const FileDigests &files)
{
    QList<HistoryDraft> lines;
    addDocument(lines, chain, files, HistoryKind::Dictionary, u"dictionary.json"_s);
    addDocument(lines, chain, files, HistoryKind::PublicList, u"public-list.json"_s);
    addDocument(lines, chain, files, HistoryKind::Endpoints, u"endpoints.json"_s);
    for (qsizetype i = linesOf(chain, HistoryKind::DrawAgain); i < deeds.redraws.size(); ++i)
        lines.append({HistoryKind::DrawAgain, {}, {}, deeds.redraws[i].reason});

    // The files that a removal changed are those of periods that were entered and are others now.
    FileDigests changed;
    for (const Release &release : deeds.releases) {
        const QString name = publicPeriodPath(release.period);
        const QByteArray digest = files.value(name);
        if (isEntered(chain, release.period.toString()) && chain.files().value(name) != digest)
            changed.insert(name, digest);
    }
    for (qsizetype i = linesOf(chain, HistoryKind::Removal); i < deeds.removals.size(); ++i) {
        const Removal &removal = deeds.removals[i];
        const bool isLast = i + 1 == deeds.removals.size();
        lines.append({HistoryKind::Removal,
                      isLast ? changed : FileDigests(),
                      {{u"kind"_s, removalKindName(removal.kind)}},
                      removal.reason});
    }
    for (const Release &release : deeds.releases) {
        const QString period = release.period.toString();
        if (!isEntered(chain, period))
            lines.append({HistoryKind::Release,
                          {{publicPeriodPath(release.period), files.value(publicPeriodPath(release.period))}},
                          {{u"period"_s, period}},
                          {}});
    }
    addDerived(lines, chain, files);
    return lines;
}

} // namespace Telemetry
