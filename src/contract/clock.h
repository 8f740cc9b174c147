#pragma once

#include <QDateTime>

namespace Telemetry {

/// Where the steps ask for the time, so that tests can set it. Implementations may be called from any thread.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)

    /// Now, in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

/// A clock that always shows the same moment: the `--now` of the host's programs, and tests.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &utc);
    [[nodiscard]] QDateTime now() const override;
    /// Not thread-safe against now(): set it while nothing else runs.
    void set(const QDateTime &utc);

private:
    QDateTime m_now;
};

} // namespace Telemetry
