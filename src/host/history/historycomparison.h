#pragma once

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// What two copies of one history say about each other.
struct HistoryComparison
{
    enum class Outcome {
        Same,
        SecondIsOlder, ///< all of its lines are in the first
        FirstIsOlder,  ///< lines that the second has are missing in the first
        Differ,        ///< one of them was rewritten, or they are of two hosts
    };
    Outcome outcome = Outcome::Same;
    qsizetype common = 0; ///< lines, from the first on, that both have

    /// Whether the first one has kept all that the second has.
    [[nodiscard]] bool isKept() const { return outcome == Outcome::Same || outcome == Outcome::SecondIsOlder; }
};

/// Compares two history.jsonl line by line, byte by byte; nothing else of them need be right. A last line without its
/// line feed, as a download that broke off leaves it, counts as none when it is where the other one goes on. Pure; any
/// thread.
[[nodiscard]] HistoryComparison compareHistories(const QByteArray &first, const QByteArray &second);

/// One sentence for people, about "the first" and "the second".
[[nodiscard]] QString textOf(const HistoryComparison &comparison);

} // namespace Telemetry
