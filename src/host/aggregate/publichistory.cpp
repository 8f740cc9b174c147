#include "host/aggregate/publichistory.h"

#include "host/history/historyentry.h"

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

void addDocument(QList<HistoryDraft> &lines, const HistoryChain &chain, const PublicFiles &files, HistoryKind kind,
                 const QString &name)
{
    const auto file = files.constFind(name);
    if (file == files.constEnd())
        return;
    const QByteArray digest = sha256Of(file.value());
    if (chain.files().value(name) != digest)
        lines.append({kind, {{name, digest}}, {}, {}});
}

QString fileOf(const Release &release)
{
    return u"periods/%1.json"_s.arg(release.period.toString());
}

} // namespace

QList<HistoryDraft> missingLines(const HistoryChain &chain, const PublicDeeds &deeds, const PublicFiles &files)
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
        const QString name = fileOf(release);
        const QByteArray digest = sha256Of(files.value(name));
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
                          {{fileOf(release), sha256Of(files.value(fileOf(release)))}},
                          {{u"period"_s, period}},
                          {}});
    }
    return lines;
}

} // namespace Telemetry
