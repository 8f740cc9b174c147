#include "collect/usecounter.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QString countClass(qint64 count)
{
    if (count < 2)
        return u"1"_s;
    if (count < 10)
        return u"2-9"_s;
    return count < 100 ? u"10-99"_s : u"100+"_s;
}

std::optional<QString> UseCounter::add(const QString &thing)
{
    const qint64 count = ++m_counts[thing];
    // The counts at which countClass() changes. All others are the rule, and cost no text.
    if (count != 1 && count != 2 && count != 10 && count != 100)
        return std::nullopt;
    return countClass(count);
}

} // namespace Telemetry
