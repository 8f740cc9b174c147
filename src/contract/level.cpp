#include "contract/level.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
const std::array<QString, 4> &names()
{
    static const std::array<QString, 4> list{u"none"_s, u"basic"_s, u"middle"_s, u"full"_s};
    return list;
}
} // namespace

QString levelName(Level level)
{
    return names().at(static_cast<std::size_t>(level));
}

std::optional<Level> levelFromName(QStringView name)
{
    const auto found = std::find(names().begin(), names().end(), name);
    if (found == names().end())
        return std::nullopt;
    return static_cast<Level>(found - names().begin());
}

const QList<Level> &sendingLevels()
{
    static const QList<Level> levels{Level::Basic, Level::Middle, Level::Full};
    return levels;
}

Level lowerOf(Level a, Level b)
{
    return std::min(a, b);
}

} // namespace Telemetry
