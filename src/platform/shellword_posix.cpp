#include "platform/shellword.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./~-]+$"_s);
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace Telemetry
