#pragma once

#include "contract/datadictionary.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Telemetry {

/// The weekly pseudonym of one event: primary key, idempotency key and the capability to erase. 16 bytes.
class Reporter
{
public:
    /// Exactly Limits::reporterBytes bytes, else nothing.
    [[nodiscard]] static std::optional<Reporter> fromBytes(const QByteArray &bytes);
    /// Exactly 32 lower-case hexadecimal digits, else nothing.
    [[nodiscard]] static std::optional<Reporter> fromString(QStringView text);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// 32 lower-case hexadecimal digits, as in JSON.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Reporter &a, const Reporter &b) { return a.m_bytes == b.m_bytes; }

private:
    explicit Reporter(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    QByteArray m_bytes;
};

/// The key of one week: HMAC-SHA256(secret, machine details); empty details for a person who counts once on many
/// computers. 32 bytes.
[[nodiscard]] QByteArray weekKey(const QByteArray &secret, const QByteArray &machineDetails);
/// The secret of the following week: HMAC-SHA256(secret, "next"). One way.
[[nodiscard]] QByteArray nextSecret(const QByteArray &secret);
/// What makes the event distinct in its topic: the text of each distinct field in the dictionary's order (integers in
/// decimal), separated by zero bytes; empty when the topic has none.
[[nodiscard]] QByteArray distinctPart(const TopicDefinition &topic, const QJsonObject &value);
/// The first 16 bytes of HMAC-SHA256(week key, topic ‖ 0 ‖ distinct part).
[[nodiscard]] Reporter deriveReporter(const QByteArray &weekKey, const TopicDefinition &topic,
                                      const QJsonObject &value);

} // namespace Telemetry
