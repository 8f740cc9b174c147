#include "host/aggregate/noisestream.h"

#include <QByteArrayList>
#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <bit>

using namespace Qt::StringLiterals;

namespace Telemetry {

NoiseStream::NoiseStream(const QByteArray &key, const QString &week, const QString &table, const QString &cell)
    : m_key(key)
    , m_message(
          QByteArrayList{"napari-telemetry noise 1"_ba, week.toUtf8(), table.toUtf8(), cell.toUtf8(), {}}.join('\0'))
{
}

quint64 NoiseStream::next()
{
    constexpr qsizetype size = sizeof(quint64);
    if (m_used + size > m_block.size()) {
        QByteArray counter(size, '\0');
        qToBigEndian(m_counter++, counter.data());
        m_block = QMessageAuthenticationCode::hash(m_message + counter, m_key, QCryptographicHash::Sha256);
        m_used = 0;
    }
    const quint64 number = qFromBigEndian<quint64>(m_block.constData() + m_used);
    m_used += size;
    return number;
}

quint64 NoiseStream::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    // Only as many bits as are needed, and another draw for what is outside: no number is more likely than another.
    const auto bits = static_cast<int>(std::bit_width(bound - 1));
    if (bits == 0)
        return 0;
    quint64 number = 0;
    do
        number = next() >> (64 - bits);
    while (number >= bound);
    return number;
}

} // namespace Telemetry
