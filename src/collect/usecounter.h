#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace Telemetry {

/// The class of a count in a week, as the dictionary has it: "1", "2-9", "10-99", "100+". `count` is at least 1.
[[nodiscard]] QString countClass(qint64 count);

/// Counts uses in memory and tells when a class is reached: only then is there something to record. Not thread-safe.
class UseCounter
{
public:
    /// One more use of this thing; its class when the use has changed it.
    [[nodiscard]] std::optional<QString> add(const QString &thing);
    /// Forgets all counts: a new week, or another grant.
    void clear() { m_counts.clear(); }

private:
    QHash<QString, qint64> m_counts;
};

} // namespace Telemetry
