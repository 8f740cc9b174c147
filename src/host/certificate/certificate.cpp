#include "host/certificate/certificate.h"

#include "contract/canonicaljson.h"
#include "host/certificate/certificatejson.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString certificateMethod()
{
    return u"Each number counts the people who agreed to napari's telemetry and had the plugin installed in that "
           u"month, "
           "with random noise added and the sum rounded before it was published; the count is within the interval "
           "with a probability of 95 %. "
           "A month without a number was not published, because few people had the plugin or because nothing of that "
           "month was released, which is not zero; nobody is followed from month to month, so months don't add up."_s;
}

QString certificateVerifyAddress()
{
    return u"https://telemetry.napari.org/verify.html"_s;
}

bool isPluginName(const QString &name)
{
    static const QRegularExpression form(u"\\A[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
    return name.size() <= 100 && form.match(name).hasMatch();
}

QByteArray signedPart(const Certificate &certificate)
{
    QJsonObject object = jsonOf(certificate);
    object.remove(u"signature"_s);
    return canonicalJson(object);
}

QByteArray certificateBytes(const Certificate &certificate)
{
    return canonicalJson(jsonOf(certificate));
}

Result<Certificate> signedBy(Certificate certificate, const SigningKeys &keys)
{
    certificate.publicKey = keys.publicBytes;
    auto signature = signatureOf(certificatePurpose, signedPart(certificate), keys);
    if (!signature)
        return signature.error();
    certificate.signature = std::move(signature).value();
    return certificate;
}

bool hasSignatureOfItsKey(const Certificate &certificate)
{
    return isSignedBy(certificatePurpose, signedPart(certificate), certificate.signature, certificate.publicKey);
}

} // namespace Telemetry
