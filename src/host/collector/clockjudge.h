#pragma once

#include "contract/limits.h"
#include "contract/period.h"

#include <QDate>
#include <QList>

#include <optional>

namespace Telemetry {

/// Whether this computer's clock can be right. A refusal is for ever: a client never sends again what was called
/// closed. So a collector whose clock is a year ahead would destroy every event of its users, and say that all went
/// well.
///
/// What it is held against:
/// - the day on which the program was built: no earlier moment can be now;
/// - what people say: the newest period that each of the last Limits::clockRequests requests names, and of these the
///   median. Honest requests lag behind by at most the three weeks for which a week stays open, and none is ahead; so
///   when the median lags by more than Limits::implausibleWeeks our clock is ahead, and when most name a period that
///   has not begun it is behind. The median, because it takes half of all requests to move it: one computer whose clock
///   is wrong does nothing. The requests and not the stored events, because a clock that is wrong from the start stores
///   none.
/// Until that many requests have come since the start, only the first is known.
///
/// docs/threats.md says what somebody with made-up requests can do to it. Not thread-safe.
class ClockJudge
{
public:
    enum class Verdict {
        Unproven,   ///< nothing speaks against the clock, but too few requests speak for it
        Plausible,  ///< most others have the same week, or one that is open
        Implausible ///< no event may be judged by this clock
    };

    /// Without a day nothing is too early: for a clock that the operator set by hand.
    explicit ClockJudge(std::optional<QDate> builtOn, qsizetype requests = Limits::clockRequests);

    /// The newest period that a request names, in an event that is sound in all else; one that is refused for its
    /// period counts as well.
    void note(const Period &newest);

    [[nodiscard]] Verdict verdict(const QDateTime &now) const;
    /// Whether an event of this period, which is closed or has not begun by the clock, may be refused for it. A closed
    /// one has to be closed by what most others say, too, or was so when the program was built.
    [[nodiscard]] bool mayRefuse(const Period &period, const QDateTime &now) const;
    /// For the operator: what speaks against the clock. Only when it is implausible.
    [[nodiscard]] QString problem(const QDateTime &now) const;

private:
    /// How many weeks most others are ahead of this moment, negative: behind. Nothing before enough requests came.
    [[nodiscard]] std::optional<int> othersAhead(const QDateTime &now) const;
    /// The newest week that has begun for most others, of a month its first. Only when enough requests came.
    [[nodiscard]] Week othersHaveReached() const;
    [[nodiscard]] bool isBeforeBuild(const QDateTime &now) const;

    std::optional<QDate> m_builtOn;
    qsizetype m_requests;
    QList<Period> m_newest; ///< of the last requests, a ring
    qsizetype m_next = 0;   ///< the oldest of it
};

} // namespace Telemetry
