#include "host/collector/clockjudge.h"

#include <QDateTime>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Weeks from the present to the period; 0 when it is going on. The present is one week, or near its end two.
int weeksAhead(const Period &period, Week present, Week soonest)
{
    if (period.firstWeek() > soonest)
        return soonest.weeksTo(period.firstWeek());
    return std::min(0, present.weeksTo(period.lastWeek()));
}

template<typename Measure> auto median(const QList<Period> &periods, Measure measure)
{
    std::vector<decltype(measure(periods.front()))> measured;
    measured.reserve(static_cast<std::size_t>(periods.size()));
    for (const Period &period : periods)
        measured.push_back(measure(period));
    const auto middle = measured.begin() + static_cast<std::ptrdiff_t>(measured.size() / 2);
    std::nth_element(measured.begin(), middle, measured.end());
    return *middle;
}

} // namespace

ClockJudge::ClockJudge(std::optional<QDate> builtOn, qsizetype requests)
    : m_builtOn(builtOn)
    , m_requests(requests)
{
}

void ClockJudge::note(const Period &newest)
{
    if (m_newest.size() < m_requests) {
        m_newest.append(newest);
        return;
    }
    m_newest[m_next] = newest;
    m_next = (m_next + 1) % m_requests;
}

bool ClockJudge::isBeforeBuild(const QDateTime &now) const
{
    return m_builtOn && now < m_builtOn->startOfDay(Qt::UTC);
}

std::optional<int> ClockJudge::othersAhead(const QDateTime &now) const
{
    if (m_newest.size() < m_requests)
        return std::nullopt;
    const Week present = Week::of(now);
    const Week soonest = Week::of(now.addDays(Limits::weekAheadDays));
    return median(m_newest, [&](const Period &period) { return weeksAhead(period, present, soonest); });
}

Week ClockJudge::othersHaveReached() const
{
    return median(m_newest, [](const Period &period) { return period.firstWeek(); });
}

ClockJudge::Verdict ClockJudge::verdict(const QDateTime &now) const
{
    if (isBeforeBuild(now))
        return Verdict::Implausible;
    const auto others = othersAhead(now);
    if (!others)
        return Verdict::Unproven;
    return *others > 0 || *others < -Limits::implausibleWeeks ? Verdict::Implausible : Verdict::Plausible;
}

bool ClockJudge::mayRefuse(const Period &period, const QDateTime &now) const
{
    if (m_builtOn && period.closesAt() <= m_builtOn->startOfDay(Qt::UTC))
        return true;
    if (verdict(now) != Verdict::Plausible)
        return false;
    // A clock that is ahead, but by so little that it is plausible, must not close what most still have open.
    return now < period.closesAt() || othersHaveReached().monday().startOfDay(Qt::UTC) >= period.closesAt();
}

QString ClockJudge::problem(const QDateTime &now) const
{
    const QString shown = u"the clock shows "_s + now.toUTC().toString(Qt::ISODate);
    if (isBeforeBuild(now))
        return shown + u", but this program was built on "_s + m_builtOn->toString(Qt::ISODate);
    const int others = othersAhead(now).value_or(0);
    return shown
           + u", but most of the last %1 requests are %2 weeks %3"_s.arg(
               QString::number(m_requests), QString::number(std::abs(others)),
               others < 0 ? u"behind it"_s : u"ahead of it"_s);
}

} // namespace Telemetry
