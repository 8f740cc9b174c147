#pragma once

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// The random numbers of one cell: the same key, week, table and cell give the same numbers, so that a second run
/// draws the same noise. Block i is HMAC-SHA256(key, label ‖ 0 ‖ week ‖ 0 ‖ table ‖ 0 ‖ cell ‖ 0 ‖ i), i as 8 bytes,
/// big-endian; without the key it can't be told from chance. Not thread-safe; each cell has its own.
class NoiseStream
{
public:
    /// None of the texts may hold a zero character: names and JSON don't.
    NoiseStream(const QByteArray &key, const QString &week, const QString &table, const QString &cell);

    /// Uniform in 0 … bound - 1, exactly (by rejection). bound > 0.
    [[nodiscard]] quint64 below(quint64 bound);

private:
    [[nodiscard]] quint64 next();

    const QByteArray m_key;
    const QByteArray m_message;
    QByteArray m_block;
    qsizetype m_used = 0; ///< bytes of m_block
    quint64 m_counter = 0;
};

} // namespace Telemetry
