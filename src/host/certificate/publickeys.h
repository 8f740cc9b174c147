#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace Telemetry {

/// A key that the public folder names as one of whoever runs the host.
struct PublicKey
{
    QByteArray publicBytes;
    QDate from;     ///< the first day
    QDate until;    ///< the last day; invalid: none yet
    QDate revoked;  ///< invalid: it wasn't
    QString holder; ///< a role
};

/// The keys of keys.json. A value.
class PublicKeys
{
public:
    /// Errors: Invalid, TooLarge; one sentence.
    [[nodiscard]] static Result<PublicKeys> read(const QByteArray &bytes);

    /// Why something that is dated this day can't have been signed by the key; empty: it can.
    [[nodiscard]] QString faultOf(const QByteArray &publicBytes, QDate day) const;
    /// Empty when there is none.
    [[nodiscard]] QString holderOf(const QByteArray &publicBytes) const;

private:
    [[nodiscard]] const PublicKey *find(const QByteArray &publicBytes) const;
    QList<PublicKey> m_keys;
};

} // namespace Telemetry
