#include "contract/soundstrings.h"

#include "contract/limits.h"

#include <QJsonArray>

namespace Telemetry {

QStringList soundStrings(const QJsonValue &list, const std::function<bool(const QString &)> &isSound,
                         qsizetype &leftOut)
{
    if (!list.isArray())
        ++leftOut;
    QStringList sound;
    for (const QJsonValue &entry : list.toArray()) {
        const QString text = entry.toString();
        if (!text.isEmpty() && text.size() <= Limits::publicNameChars && isSound(text))
            sound.append(text);
        else
            ++leftOut;
    }
    sound.removeDuplicates();
    sound.squeeze();
    return sound;
}

} // namespace Telemetry
