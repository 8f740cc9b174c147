#include "host/signing/signature.h"

#include <QCryptographicHash>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qsizetype keyNameDigits = 16;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray said(const QByteArray &purpose, const QByteArray &message)
{
    return purpose + '\0' + message;
}

} // namespace

Result<SigningKeys> newSigningKeys()
{
    if (sodium_init() < 0)
        return Error{Error::Code::Io, u"libsodium doesn't start"_s};
    SigningKeys keys{QByteArray(crypto_sign_SECRETKEYBYTES, 0), QByteArray(crypto_sign_PUBLICKEYBYTES, 0)};
    crypto_sign_keypair(bytes(keys.publicBytes), bytes(keys.secret));
    return keys;
}

Result<SigningKeys> signingKeysOf(const QByteArray &secret)
{
    if (secret.size() != crypto_sign_SECRETKEYBYTES)
        return Error{Error::Code::Invalid, u"a secret key has %1 bytes"_s.arg(crypto_sign_SECRETKEYBYTES)};
    // The secret key is the seed and the public key; a half of another one would sign, and give the seed away.
    QByteArray seed(crypto_sign_SEEDBYTES, 0);
    SigningKeys keys{QByteArray(crypto_sign_SECRETKEYBYTES, 0), QByteArray(crypto_sign_PUBLICKEYBYTES, 0)};
    crypto_sign_ed25519_sk_to_seed(bytes(seed), bytes(secret));
    crypto_sign_seed_keypair(bytes(keys.publicBytes), bytes(keys.secret), bytes(seed));
    sodium_memzero(seed.data(), static_cast<size_t>(seed.size()));
    if (keys.secret != secret)
        return Error{Error::Code::Invalid, u"the halves of the secret key don't belong together"_s};
    return keys;
}

Result<QByteArray> signatureOf(const QByteArray &purpose, const QByteArray &message, const SigningKeys &keys)
{
    if (keys.secret.size() != crypto_sign_SECRETKEYBYTES)
        return Error{Error::Code::Invalid, u"a secret key has %1 bytes"_s.arg(crypto_sign_SECRETKEYBYTES)};
    QByteArray signature(crypto_sign_BYTES, 0);
    const QByteArray text = said(purpose, message);
    crypto_sign_detached(bytes(signature), nullptr, bytes(text), static_cast<unsigned long long>(text.size()),
                         bytes(keys.secret));
    return signature;
}

bool isSignedBy(const QByteArray &purpose, const QByteArray &message, const QByteArray &signature,
                const QByteArray &publicBytes)
{
    if (signature.size() != crypto_sign_BYTES || publicBytes.size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    const QByteArray text = said(purpose, message);
    return crypto_sign_verify_detached(bytes(signature), bytes(text), static_cast<unsigned long long>(text.size()),
                                       bytes(publicBytes))
           == 0;
}

QByteArray keyName(const QByteArray &publicBytes)
{
    return QCryptographicHash::hash(publicBytes, QCryptographicHash::Sha256).toHex().left(keyNameDigits);
}

} // namespace Telemetry
