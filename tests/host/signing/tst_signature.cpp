// Ed25519 beside the vectors of RFC 8032, and what must not pass.
#include "host/signing/signature.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class tst_Signature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsWhatIsSaid();
    void isOfOnePurpose();
    void refusesWhatWasChanged();
    void knowsItsOwnSecret();
    void keyIsOfTheRfc();

private:
    const SigningKeys m_keys = newSigningKeys().value();
};

void tst_Signature::signsWhatIsSaid()
{
    const auto signature = signatureOf("head", "message", m_keys);
    QVERIFY(signature.ok());
    QCOMPARE(signature.value().size(), 64);
    QVERIFY(isSignedBy("head", "message", signature.value(), m_keys.publicBytes));
    QCOMPARE(signatureOf("head", "message", m_keys).value(), signature.value());
}

void tst_Signature::isOfOnePurpose()
{
    const QByteArray signature = signatureOf("head", "message", m_keys).value();
    QVERIFY(!isSignedBy("certificate", "message", signature, m_keys.publicBytes));
    QVERIFY(!isSignedBy("hea", "dmessage", signature, m_keys.publicBytes));
}

void tst_Signature::refusesWhatWasChanged()
{
    QByteArray signature = signatureOf("head", "message", m_keys).value();
    QVERIFY(!isSignedBy("head", "massage", signature, m_keys.publicBytes));
    QVERIFY(!isSignedBy("head", "message", signature, newSigningKeys().value().publicBytes));
    QVERIFY(!isSignedBy("head", "message", signature.left(63), m_keys.publicBytes));
    QVERIFY(!isSignedBy("head", "message", signature, m_keys.publicBytes.left(31)));
    QVERIFY(!isSignedBy("head", "message", {}, {}));
    signature[5] = static_cast<char>(signature[5] ^ 1);
    QVERIFY(!isSignedBy("head", "message", signature, m_keys.publicBytes));
}

void tst_Signature::knowsItsOwnSecret()
{
    const auto keys = signingKeysOf(m_keys.secret);
    QVERIFY(keys.ok());
    QCOMPARE(keys.value().publicBytes, m_keys.publicBytes);
    QCOMPARE(signingKeysOf(m_keys.secret.left(32)).error().code, Error::Code::Invalid);
    const QByteArray halves = m_keys.secret.left(32) + newSigningKeys().value().publicBytes;
    QCOMPARE(signingKeysOf(halves).error().code, Error::Code::Invalid);
    QCOMPARE(signatureOf("head", "message", {}).error().code, Error::Code::Invalid);
}

void tst_Signature::keyIsOfTheRfc()
{
    // RFC 8032, 7.1, test 1: the seed, and the public key that belongs to it.
    const QByteArray seed = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const QByteArray key = QByteArray::fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    QCOMPARE(signingKeysOf(seed + key).value().publicBytes, key);
    QCOMPARE(keyName(key), QByteArray("21fe31dfa154a261"));
}

QTEST_APPLESS_MAIN(tst_Signature)
#include "tst_signature.moc"
