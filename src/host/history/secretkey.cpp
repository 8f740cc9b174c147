#include "host/history/secretkey.h"

#include "host/history/namedsignature.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray secretKeyLine(const SigningKeys &keys)
{
    return keys.secret.toBase64() + '\n';
}

Result<SigningKeys> readSecretKeyLine(const QByteArray &bytes)
{
    const QByteArray line = bytes.endsWith('\n') ? bytes.chopped(1) : bytes;
    auto keys = signingKeysOf(fromStrictBase64(QString::fromLatin1(line)));
    if (!keys)
        return Error{Error::Code::Invalid,
                     u"it is no secret key as \"key new\" makes one, in base64: %1"_s.arg(keys.error().detail)};
    return keys;
}

} // namespace Telemetry
