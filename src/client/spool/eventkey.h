#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Telemetry {

/// What names one event in a spool.
struct EventKey
{
    QString topic;
    QByteArray reporter; ///< its 16 bytes

    friend bool operator==(const EventKey &, const EventKey &) = default;
};

[[nodiscard]] inline size_t qHash(const EventKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.topic, key.reporter);
}

} // namespace Telemetry
