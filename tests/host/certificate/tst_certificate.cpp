#include "host/certificate/certificate.h"

#include "host/certificate/certificatedraft.h"
#include "support/publishedfolder.h"

#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificate : public QObject
{
    Q_OBJECT

    static Certificate certificate()
    {
        const auto folder = TestSupport::yearOfSvg();
        const auto figures = PublishedFigures::open(folder).value();
        const auto draft =
            draftCertificate(figures, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s, QDate(2026, 12, 20)).value();
        return signedBy(draft.certificate, TestSupport::rfcKeys()).value();
    }
    static QByteArray with(const QString &field, const QJsonValue &value)
    {
        QJsonObject object = QJsonDocument::fromJson(certificateBytes(certificate())).object();
        object.insert(field, value);
        return canonicalJson(object);
    }
    static QByteArray withMonth(int place, const QString &field, const QJsonValue &value)
    {
        const QJsonObject object = QJsonDocument::fromJson(certificateBytes(certificate())).object();
        QJsonArray months = object.value(u"months"_s).toArray();
        QJsonObject month = months[place].toObject();
        month.insert(field, value);
        months[place] = month;
        return with(u"months"_s, months);
    }

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const auto read = readCertificate(certificateBytes(certificate()));
        QVERIFY(read.ok());
        QCOMPARE(read.value(), certificate());
        QVERIFY(hasSignatureOfItsKey(read.value()));
    }
    void staysTheSameFile()
    {
        // Pages of certificates that were printed name the SHA-256 of these bytes; other programs read them.
        QFile file(QString::fromLocal8Bit(qgetenv("TELEMETRY_SOURCE_DIR")) + u"/tests/vectors/certificate.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(certificateBytes(certificate()), file.readAll());
    }
    void theMethodIsTwoSentences()
    {
        QCOMPARE(certificateMethod().count(u". "_s) + certificateMethod().endsWith(u'.'), 2);
    }
    void isNotSignedOnceItChanges_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another plugin") << with(u"plugin"_s, u"napari-svh"_s);
        QTest::newRow("another day") << with(u"issued"_s, u"2026-12-21"_s);
        QTest::newRow("another address") << with(u"verify"_s, u"https://example.org"_s);
        QTest::newRow("another method") << with(u"method"_s, u"Exact."_s);
        QTest::newRow("another line") << withMonth(0, u"n"_s, 5);
        QTest::newRow("another file") << withMonth(0, u"sha256"_s, QString(64, u'0'));
        QTest::newRow("another key") << [] {
            const QByteArray key = newSigningKeys().value().publicBytes;
            Certificate changed = certificate();
            changed.publicKey = key;
            return certificateBytes(changed);
        }();
    }
    void isNotSignedOnceItChanges()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readCertificate(bytes);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(!hasSignatureOfItsKey(read.value()));
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        const QByteArray good = certificateBytes(certificate());
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("large") << QByteArray(100'000, ' ') << u"bytes"_s;
        QTest::newRow("a line feed more") << good + '\n' << u"saved it anew"_s;
        QTest::newRow("set out nicely") << QJsonDocument::fromJson(good).toJson() << u"saved it anew"_s;
        QTest::newRow("a field more") << with(u"note"_s, u"Great plugin"_s) << u"saved it anew"_s;
        QTest::newRow("a newer version") << with(u"version"_s, 2) << u"newer version"_s;
        QTest::newRow("a path for a name") << with(u"plugin"_s, u"../x"_s) << u"\"plugin\""_s;
        QTest::newRow("markup for a name") << with(u"plugin"_s, u"<b>a</b>"_s) << u"\"plugin\""_s;
        QTest::newRow("the name of another key") << with(u"key"_s, u"0000000000000000"_s) << u"\"key\""_s;
        QTest::newRow("half a signature") << with(u"signature"_s, u"YWJj"_s) << u"\"signature\""_s;
        QTest::newRow("no number") << with(u"months"_s, QJsonArray()) << u"no number"_s;
        QTest::newRow("from a week") << with(u"from"_s, u"2026-W01"_s) << u"two months in order"_s;
        QTest::newRow("from after to") << with(u"from"_s, u"2027-01"_s) << u"two months in order"_s;
        QTest::newRow("8000 years") << with(u"to"_s, u"9999-12"_s) << u"60 months"_s;
        QTest::newRow("61 months") << with(u"to"_s, u"2031-01"_s) << u"60 months"_s;
        QTest::newRow("a month outside") << with(u"to"_s, u"2026-10"_s) << u"not of its range"_s;
        QTest::newRow("a month twice") << withMonth(1, u"period"_s, u"2026-01"_s) << u"not in order"_s;
        QTest::newRow("more people") << withMonth(0, u"people"_s, 49) << u"doesn't follow"_s;
        QTest::newRow("more people than the interval") << withMonth(0, u"people"_s, 60) << u"\"months\""_s;
        QTest::newRow("a wide interval") << withMonth(0, u"high"_s, 2'000'000) << u"\"months\""_s;
        QTest::newRow("other years") << with(u"years"_s, QJsonArray()) << u"doesn't follow"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const auto read = readCertificate(bytes);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().detail.contains(word), qPrintable(read.error().detail));
    }
    void onlyKeysThatBelongTogetherSign() { QVERIFY(!signedBy(certificate(), {}).ok()); }
};

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
