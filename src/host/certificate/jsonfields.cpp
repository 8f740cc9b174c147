#include "host/certificate/jsonfields.h"

#include "contract/limits.h"
#include "host/history/historyentry.h"
#include "host/history/namedsignature.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

void JsonFields::require(bool holds, const QString &fault)
{
    if (!holds && m_fault.isEmpty())
        m_fault = fault;
}

QString JsonFields::text(const QString &name, qsizetype most)
{
    const QJsonValue value = m_object.value(name);
    const QString found = value.toString();
    const bool isSound = value.isString() && found.size() <= most && found.isValidUtf16() && !found.contains(QChar(0));
    require(isSound, u"\"%1\" is no text, or too long"_s.arg(name));
    return isSound ? found : QString();
}

qint64 JsonFields::count(const QString &name)
{
    const qint64 number = m_object.value(name).toInteger(-1);
    const bool isCount = number >= 0 && number <= Limits::greatestCertifiedNumber;
    require(isCount, u"\"%1\" is no count"_s.arg(name));
    return isCount ? number : 0;
}

QByteArray JsonFields::digest(const QString &name)
{
    const QByteArray found = text(name, 64).toLatin1();
    require(isSha256(found), u"\"%1\" is no SHA-256"_s.arg(name));
    return found;
}

QDate JsonFields::day(const QString &name)
{
    const QDate day = historyDay(text(name, 10));
    require(day.isValid(), u"\"%1\" is no day"_s.arg(name));
    return day;
}

QByteArray JsonFields::base64(const QString &name, qsizetype bytes)
{
    const QByteArray decoded = fromStrictBase64(text(name, 4 * bytes));
    const bool isSound = decoded.size() == bytes;
    require(isSound, u"\"%1\" is not %2 bytes in base64"_s.arg(name, QString::number(bytes)));
    return isSound ? decoded : QByteArray();
}

} // namespace Telemetry
