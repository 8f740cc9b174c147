#include "contract/clock.h"

namespace Telemetry {

Clock::~Clock() = default;

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

FixedClock::FixedClock(const QDateTime &utc)
    : m_now(utc.toUTC())
{
}

QDateTime FixedClock::now() const
{
    return m_now;
}

void FixedClock::set(const QDateTime &utc)
{
    m_now = utc.toUTC();
}

} // namespace Telemetry
