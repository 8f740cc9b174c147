#pragma once

#include "contract/result.h"

#include <QByteArray>

namespace Telemetry {

/// A pair of Ed25519 keys (RFC 8032) of whoever runs the host.
struct SigningKeys
{
    QByteArray secret;      ///< 64 bytes, as libsodium has it. Only in a file of mode 0600 and in memory
    QByteArray publicBytes; ///< 32 bytes
};

/// New keys, from the system's random numbers. Any thread. Errors: Io (libsodium doesn't start).
[[nodiscard]] Result<SigningKeys> newSigningKeys();

/// The keys of which this is the secret one. Errors: Invalid (not 64 bytes, or its halves don't belong together).
[[nodiscard]] Result<SigningKeys> signingKeysOf(const QByteArray &secret);

/// 64 bytes: that whoever has the secret key said `message` for this purpose. `purpose` keeps a signature from being
/// taken for one of something else: it is signed too, in front, with a zero byte behind. The same input gives the same
/// bytes. Any thread. Errors: Invalid (the key).
[[nodiscard]] Result<QByteArray> signatureOf(const QByteArray &purpose, const QByteArray &message,
                                             const SigningKeys &keys);

/// False also for a key or a signature of another length. Any thread.
[[nodiscard]] bool isSignedBy(const QByteArray &purpose, const QByteArray &message, const QByteArray &signature,
                              const QByteArray &publicBytes);

/// How people name a key, and compare it by eye: the first 16 hexadecimal digits of SHA-256 of the public bytes.
[[nodiscard]] QByteArray keyName(const QByteArray &publicBytes);

} // namespace Telemetry
