#pragma once

#include "contract/week.h"

#include <QString>

#include <compare>
#include <optional>

namespace Telemetry {

/// What facts are recorded and numbers are published of: a week, or a month, which is the weeks whose Thursdays are in
/// it. A value.
class Period
{
public:
    Period(Week week); // NOLINT(google-explicit-constructor): a week is a period
    /// The month that the week belongs to.
    [[nodiscard]] static Period monthOf(Week week);
    /// Reads exactly "2026-W47" or "2026-11"; nothing for another form.
    [[nodiscard]] static std::optional<Period> fromString(QStringView text);

    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isMonth() const { return m_first != m_last; }
    [[nodiscard]] Week firstWeek() const { return m_first; }
    [[nodiscard]] Week lastWeek() const { return m_last; }
    /// The first moment (UTC) at which its events are no longer taken.
    [[nodiscard]] QDateTime closesAt() const { return m_last.closesAt(); }

    [[nodiscard]] bool contains(Week week) const { return m_first <= week && week <= m_last; }

    friend bool operator==(const Period &a, const Period &b) { return a.m_first == b.m_first && a.m_last == b.m_last; }
    /// By its end, and a month after its last week.
    friend std::strong_ordering operator<=>(const Period &a, const Period &b)
    {
        const auto byEnd = a.m_last <=> b.m_last;
        return byEnd != 0 ? byEnd : b.m_first <=> a.m_first;
    }

private:
    Period(Week first, Week last)
        : m_first(first)
        , m_last(last)
    {
    }
    Week m_first;
    Week m_last;
};

} // namespace Telemetry
