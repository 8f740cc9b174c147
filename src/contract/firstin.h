#pragma once

#include <QString>

#include <optional>

namespace Telemetry {

/// The longest period in which an event is the user's first of its fact, in rising order. So people of a month or a
/// year can be counted, and nobody needs a name that lives longer than a week.
enum class FirstIn {
    Week, ///< of its week only: there was one in an earlier week of the month
    Month,
    Year,
    Ever,
};

/// What it is called in an event, beside topic, period, reporter and value.
inline constexpr QLatin1StringView firstInField("first_in");
/// "week", "month", "year" or "ever", as in JSON.
[[nodiscard]] QString firstInName(FirstIn firstIn);
/// Nothing for any other text.
[[nodiscard]] std::optional<FirstIn> firstInFromName(QStringView name);

} // namespace Telemetry
