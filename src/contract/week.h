#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <compare>
#include <optional>

namespace Telemetry {

/// An ISO 8601 week in UTC, the finest time that is ever recorded. The year is the ISO year, which differs from the
/// calendar's around New Year: 2024-12-30 is in 2025-W01.
class Week
{
public:
    /// The week that holds this moment (converted to UTC).
    [[nodiscard]] static Week of(const QDateTime &moment);
    /// Reads exactly "2026-W47"; nothing for another form, or a week 53 that the year does not have.
    [[nodiscard]] static std::optional<Week> fromString(QStringView text);

    [[nodiscard]] QString toString() const;
    /// The Monday that the week begins with.
    [[nodiscard]] QDate monday() const { return m_monday; }
    /// The day that decides which month and year the week belongs to, as ISO 8601 does for years.
    [[nodiscard]] QDate thursday() const { return m_monday.addDays(3); }
    [[nodiscard]] Week plusWeeks(int weeks) const;
    /// Weeks from this one to the other; negative when the other is earlier.
    [[nodiscard]] int weeksTo(Week other) const;
    /// The first moment (UTC) at which events of this week are no longer taken.
    [[nodiscard]] QDateTime closesAt() const;

    friend bool operator==(Week a, Week b) { return a.m_monday == b.m_monday; }
    friend std::strong_ordering operator<=>(Week a, Week b)
    {
        return a.m_monday.toJulianDay() <=> b.m_monday.toJulianDay();
    }

private:
    explicit Week(QDate monday)
        : m_monday(monday)
    {
    }
    QDate m_monday;
};

} // namespace Telemetry
