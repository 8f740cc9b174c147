#include "host/history/secretkey.h"

#include "support/histories.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::signingKeys;

class TestSecretKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneLine()
    {
        const QByteArray line = secretKeyLine(signingKeys(0));
        QCOMPARE(line, signingKeys(0).secret.toBase64() + '\n');
        for (const QByteArray &bytes : {line, line.chopped(1)}) {
            const auto read = readSecretKeyLine(bytes);
            QVERIFY(read.ok());
            QCOMPARE(read.value().secret, signingKeys(0).secret);
            QCOMPARE(read.value().publicBytes, signingKeys(0).publicBytes);
        }
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = secretKeyLine(signingKeys(0));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another line") << good + '\n';
        QTest::newRow("Windows's line end") << good.chopped(1) + "\r\n";
        QTest::newRow("a space") << ' ' + good;
        QTest::newRow("no base64") << "?\n"_ba;
        QTest::newRow("not filled up") << good.chopped(3) + '\n';
        QTest::newRow("half a key") << signingKeys(0).secret.left(32).toBase64() + '\n';
        QTest::newRow("the public one") << signingKeys(0).publicBytes.toBase64() + '\n';
        QTest::newRow("halves of two keys")
            << (signingKeys(0).secret.left(32) + signingKeys(1).publicBytes).toBase64() + '\n';
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readSecretKeyLine(bytes);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QVERIFY(read.error().detail.startsWith(u"it is no secret key"_s));
        // What is shown may be read by others.
        if (bytes.size() > 8)
            QVERIFY(!read.error().detail.contains(QString::fromLatin1(bytes.mid(1, 8))));
    }
};

QTEST_APPLESS_MAIN(TestSecretKey)
#include "tst_secretkey.moc"
