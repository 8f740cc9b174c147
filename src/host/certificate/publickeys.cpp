#include "host/certificate/publickeys.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/jsonfields.h"
#include "host/signing/signature.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qsizetype mostKeys = 100;
constexpr qsizetype longestHolder = 200; // characters
constexpr qsizetype publicKeyBytes = 32;
constexpr qsizetype keyNameDigits = 16;

QDate dayIfThere(JsonFields &fields, const QString &name)
{
    return fields.has(name) ? fields.day(name) : QDate();
}

PublicKey keyOf(JsonFields &fields)
{
    const PublicKey key{fields.base64(u"public"_s, publicKeyBytes), fields.day(u"from"_s),
                        dayIfThere(fields, u"until"_s), dayIfThere(fields, u"revoked"_s),
                        fields.has(u"holder"_s) ? fields.text(u"holder"_s, longestHolder) : QString()};
    const QString name = fields.text(u"name"_s, keyNameDigits);
    fields.require(name.toLatin1() == keyName(key.publicBytes), u"\"name\" is not the name of the key"_s);
    return key;
}

} // namespace

Result<PublicKeys> PublicKeys::read(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes, Limits::publicKeysBytes);
    if (!object)
        return Error{object.error().code, u"keys.json can't be read: "_s + object.error().detail};
    JsonFields fields(object.value());
    PublicKeys keys;
    keys.m_keys = fields.list<PublicKey>(u"keys"_s, mostKeys, keyOf);
    if (!fields.fault().isEmpty())
        return Error{Error::Code::Invalid, u"keys.json can't be read: "_s + fields.fault()};
    return keys;
}

const PublicKey *PublicKeys::find(const QByteArray &publicBytes) const
{
    for (const PublicKey &key : m_keys) {
        if (key.publicBytes == publicBytes)
            return &key;
    }
    return nullptr;
}

QString PublicKeys::holderOf(const QByteArray &publicBytes) const
{
    const PublicKey *key = find(publicBytes);
    return key ? key->holder : QString();
}

QString PublicKeys::faultOf(const QByteArray &publicBytes, QDate day) const
{
    const QString name = QString::fromLatin1(keyName(publicBytes));
    const PublicKey *key = find(publicBytes);
    if (!key)
        return u"the key %1 is none of the public keys"_s.arg(name);
    // Whoever has a revoked key can write any day into what they sign.
    if (key->revoked.isValid())
        return u"the key %1 was revoked on %2: what it signed proves nothing any more"_s.arg(
            name, key->revoked.toString(Qt::ISODate));
    if (day < key->from)
        return u"the key %1 was not in use before %2"_s.arg(name, key->from.toString(Qt::ISODate));
    if (key->until.isValid() && day > key->until)
        return u"the key %1 was not in use after %2"_s.arg(name, key->until.toString(Qt::ISODate));
    return {};
}

} // namespace Telemetry
