#include "host/aggregate/noisekey.h"

#include "contract/limits.h"

#include <QRandomGenerator>

#include <array>

namespace Telemetry {

QByteArray drawNoiseKey()
{
    std::array<quint32, Limits::noiseKeyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), Limits::noiseKeyBytes);
}

} // namespace Telemetry
