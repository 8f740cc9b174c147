#include "host/history/namedsignature.h"

#include "contract/limits.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int nameDigits = 16;
constexpr int signatureBytes = 64;

bool comesFirst(const NamedSignature &a, const NamedSignature &b)
{
    return a.key < b.key;
}

} // namespace

bool isKeyName(const QByteArray &text)
{
    return text.size() == nameDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

QByteArray fromStrictBase64(const QString &text)
{
    const QByteArray written = text.toLatin1();
    const auto read = QByteArray::fromBase64Encoding(written, QByteArray::AbortOnBase64DecodingErrors);
    return read && read.decoded.toBase64() == written ? read.decoded : QByteArray();
}

QJsonArray toJson(QList<NamedSignature> signatures)
{
    std::sort(signatures.begin(), signatures.end(), comesFirst);
    QJsonArray list;
    for (const NamedSignature &one : std::as_const(signatures))
        list.append(QJsonObject{{u"key"_s, QString::fromLatin1(one.key)},
                                {u"signature"_s, QString::fromLatin1(one.signature.toBase64())}});
    return list;
}

Result<QList<NamedSignature>> readSignatures(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > Limits::historySignatures)
        return Error{Error::Code::Invalid, u"\"signatures\" is no list of at most %1"_s.arg(Limits::historySignatures)};
    QList<NamedSignature> signatures;
    for (const QJsonValue &entry : list) {
        const NamedSignature one{entry[u"key"_s].toString().toLatin1(),
                                 fromStrictBase64(entry[u"signature"_s].toString())};
        if (!isKeyName(one.key) || one.signature.size() != signatureBytes || entry.toObject().size() != 2)
            return Error{Error::Code::Invalid, u"\"signatures\" has something that is no signature"_s};
        if (!signatures.isEmpty() && !comesFirst(signatures.constLast(), one))
            return Error{Error::Code::Invalid, u"\"signatures\" is not in the order of the keys, each once"_s};
        signatures.append(one);
    }
    return signatures;
}

} // namespace Telemetry
