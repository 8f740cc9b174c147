#pragma once

#include "host/certificate/certificate.h"

namespace Telemetry {

/// What the published numbers of each calendar year of the range say together: how many of its months were published,
/// and of these the mean. The noise of different months is independent, so its part of the interval is the root of the
/// sum of squares, divided by their number; the rounding is counted in full. All in whole numbers, outwards, so that
/// everybody gets the same: with n months of p people, w from them to the upper end and r rounded to,
///   half = ceil(ceil(sqrt(sum((w - r/2)^2))) / n) + max(r/2)   (r/2 without its fraction)
///   people = sum(p)/n rounded (.5 up), low = floor(sum(p)/n) - half but at least 0, high = ceil(sum(p)/n) + half.
/// A sum of months is never made: the same people may be in each.
[[nodiscard]] QList<CertifiedYear> yearsOf(const QString &from, const QString &to, const QList<CertifiedMonth> &months);

} // namespace Telemetry
