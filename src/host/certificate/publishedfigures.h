#pragma once

#include "host/certificate/abstractpublicfiles.h"
#include "host/certificate/certificate.h"
#include "host/certificate/publishedperiod.h"
#include "host/history/historychain.h"

namespace Telemetry {

/// What the public folder says of a plugin in one month.
struct PublishedMonth
{
    qint64 threshold = 0;                 ///< people from which on a number is published; 0: no table says it
    std::optional<CertifiedMonth> figure; ///< nothing: the plugin's number was not published
};

/// The published numbers of the public folder, each held against the history: a file that isn't what the history says
/// gives no number. The files must outlive it. One thread; it reads a period's file at each question.
class PublishedFigures
{
public:
    /// Reads index.json and history.jsonl. Errors: NotFound, Io, TooLarge, Invalid, Damaged; one sentence.
    [[nodiscard]] static Result<PublishedFigures> open(const AbstractPublicFiles &files);

    /// All weeks and months that numbers were released of, sorted.
    [[nodiscard]] const QStringList &periods() const { return m_periods; }
    /// All numbers of a week or month. Nothing: none of it have been released. Errors: Damaged (index, history and
    /// files contradict), Io, TooLarge.
    [[nodiscard]] Result<std::optional<PublishedPeriod>> period(const QString &period) const;
    /// Nothing: no numbers of this month have been released. Errors: as of period().
    [[nodiscard]] Result<std::optional<PublishedMonth>> month(const QString &plugin, const QString &month) const;

    /// Whether it is signed is for checkHistory() to say.
    [[nodiscard]] const HistoryChain &history() const { return m_history; }

private:
    PublishedFigures(const AbstractPublicFiles &files, QStringList periods, HistoryChain history);
    const AbstractPublicFiles *m_files;
    QStringList m_periods; ///< of index.json
    HistoryChain m_history;
};

} // namespace Telemetry
