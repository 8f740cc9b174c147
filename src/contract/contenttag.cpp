#include "contract/contenttag.h"

#include <QCryptographicHash>

namespace Telemetry {

QByteArray contentTag(const QByteArray &content)
{
    constexpr qsizetype digits = 32;
    return '"' + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(digits) + '"';
}

} // namespace Telemetry
