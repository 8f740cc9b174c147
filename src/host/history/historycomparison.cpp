#include "host/history/historycomparison.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString lines(qsizetype count)
{
    return count == 1 ? u"1 line"_s : u"%1 lines"_s.arg(count);
}

} // namespace

HistoryComparison compareHistories(const QByteArray &first, const QByteArray &second)
{
    using Outcome = HistoryComparison::Outcome;
    const auto [end, other] = std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    const qsizetype common = std::count(first.begin(), end, '\n');
    if (end != first.end() && other != second.end())
        return {Outcome::Differ, common};
    const auto rest = [](auto from, auto to) { return std::find(from, to, '\n') != to; };
    if (rest(end, first.end()))
        return {Outcome::SecondIsOlder, common};
    if (rest(other, second.end()))
        return {Outcome::FirstIsOlder, common};
    return {Outcome::Same, common};
}

QString textOf(const HistoryComparison &comparison)
{
    using Outcome = HistoryComparison::Outcome;
    switch (comparison.outcome) {
    case Outcome::Same:
        break;
    case Outcome::SecondIsOlder:
        return u"the second is older: it has the first %1, and they are the same"_s.arg(lines(comparison.common));
    case Outcome::FirstIsOlder:
        return u"the first has only the first %1 of the second: later ones were taken away, or not yet copied there"_s
            .arg(lines(comparison.common));
    case Outcome::Differ:
        return u"they disagree from line %1 on: one of them was rewritten, or they are of two hosts"_s.arg(
            comparison.common + 1);
    }
    return u"both have the same %1"_s.arg(lines(comparison.common));
}

} // namespace Telemetry
