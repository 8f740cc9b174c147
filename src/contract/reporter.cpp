#include "contract/reporter.h"

#include "contract/limits.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}
} // namespace

std::optional<Reporter> Reporter::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != Limits::reporterBytes)
        return std::nullopt;
    return Reporter(bytes);
}

std::optional<Reporter> Reporter::fromString(QStringView text)
{
    if (text.size() != 2 * Limits::reporterBytes)
        return std::nullopt;
    for (const QChar c : text) {
        if (!((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')))
            return std::nullopt;
    }
    return Reporter(QByteArray::fromHex(text.toLatin1()));
}

QString Reporter::toString() const
{
    return QString::fromLatin1(m_bytes.toHex());
}

QByteArray weekKey(const QByteArray &secret, const QByteArray &machineDetails)
{
    return hmac(secret, machineDetails);
}

QByteArray nextSecret(const QByteArray &secret)
{
    return hmac(secret, "next"_ba);
}

QByteArray distinctPart(const TopicDefinition &topic, const QJsonObject &value)
{
    QByteArrayList parts;
    for (const QString &field : topic.distinct)
        parts.append(value[field].toVariant().toString().toUtf8());
    return parts.join('\0');
}

Reporter deriveReporter(const QByteArray &weekKey, const TopicDefinition &topic, const QJsonObject &value)
{
    const QByteArray message = topic.topic.toUtf8() + '\0' + distinctPart(topic, value);
    return *Reporter::fromBytes(hmac(weekKey, message).left(Limits::reporterBytes));
}

} // namespace Telemetry
