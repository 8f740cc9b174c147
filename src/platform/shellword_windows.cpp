#include "platform/shellword.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./~\\\\-]+$"_s);
    return plain.match(word).hasMatch() ? word : u'"' + word + u'"';
}

} // namespace Telemetry
