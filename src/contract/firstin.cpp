#include "contract/firstin.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
constexpr std::array names{"week"_L1, "month"_L1, "year"_L1, "ever"_L1};
} // namespace

QString firstInName(FirstIn firstIn)
{
    return names.at(static_cast<size_t>(firstIn));
}

std::optional<FirstIn> firstInFromName(QStringView name)
{
    const auto *const found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<FirstIn>(found - names.begin()));
}

} // namespace Telemetry
