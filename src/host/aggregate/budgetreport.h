#pragma once

#include "host/aggregate/budget.h"

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// δ of what is said in the report.
inline constexpr double reportedDelta = 1e-6;
/// Weeks that a month, and a year, can have.
inline constexpr int weeksOfMonth = 5;
inline constexpr int weeksOfYear = 53;
inline constexpr int monthsOfYear = 12;

/// The budgets in words, for the operator.
[[nodiscard]] QString budgetText(const QList<Budget> &budgets);
/// The same as JSON: `{"delta", "levels": [{"level", "cells", "periods": [{"period", "rho", "epsilon",
/// "threshold_delta"}]}]}`.
[[nodiscard]] QByteArray budgetJson(const QList<Budget> &budgets);

} // namespace Telemetry
