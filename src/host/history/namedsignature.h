#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QList>

namespace Telemetry {

/// Whose signature it says it is, and the signature. A value.
struct NamedSignature
{
    QByteArray key;       ///< as keyName() gives it
    QByteArray signature; ///< 64 bytes

    friend bool operator==(const NamedSignature &, const NamedSignature &) = default;
};

/// As they are written, sorted by the key's name: [{"key","signature" in Base64}].
[[nodiscard]] QJsonArray toJson(QList<NamedSignature> signatures);
/// Strict: sorted, each key once, at most Limits::historySignatures. Whether they are right is another question.
/// Errors: Invalid.
[[nodiscard]] Result<QList<NamedSignature>> readSignatures(const QJsonValue &value);

/// Whether it can be the name of a key.
[[nodiscard]] bool isKeyName(const QByteArray &text);
/// Bytes that are written in Base64 in its one form, or nothing (empty).
[[nodiscard]] QByteArray fromStrictBase64(const QString &text);

} // namespace Telemetry
