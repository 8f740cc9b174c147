#include "host/certificate/certificatejson.h"

#include "host/certificate/yearfigures.h"

#include <QJsonArray>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// How a certificate is written; how it is read is in tst_certificate.
class TestCertificateJson : public QObject
{
    Q_OBJECT

    static Certificate certificate()
    {
        Certificate certificate;
        certificate.plugin = u"napari-svg"_s;
        certificate.from = u"2025-12"_s;
        certificate.to = u"2026-02"_s;
        certificate.months = {{u"2026-01"_s, {40, 30, 50}, 5, 3, QByteArray(64, 'c')}};
        certificate.years = yearsOf(certificate.from, certificate.to, certificate.months);
        certificate.method = u"How."_s;
        certificate.issued = QDate(2026, 3, 1);
        certificate.verify = u"https://example.org"_s;
        certificate.publicKey = QByteArray(32, 'k');
        certificate.signature = QByteArray(64, 's');
        return certificate;
    }

private Q_SLOTS:
    void hasTheFieldsThatAreDocumented()
    {
        const QJsonObject object = jsonOf(certificate());
        QCOMPARE(object.keys(),
                 (QStringList{u"from"_s, u"issued"_s, u"key"_s, u"method"_s, u"months"_s, u"plugin"_s, u"public"_s,
                              u"signature"_s, u"to"_s, u"verify"_s, u"version"_s, u"years"_s}));
        QCOMPARE(object[u"version"_s].toInt(), 1);
        QCOMPARE(object[u"plugin"_s].toString(), u"napari-svg"_s);
        QCOMPARE(object[u"from"_s].toString(), u"2025-12"_s);
        QCOMPARE(object[u"to"_s].toString(), u"2026-02"_s);
        QCOMPARE(object[u"method"_s].toString(), u"How."_s);
        QCOMPARE(object[u"issued"_s].toString(), u"2026-03-01"_s);
        QCOMPARE(object[u"verify"_s].toString(), u"https://example.org"_s);
        QCOMPARE(object[u"key"_s].toString(), QString::fromLatin1(keyName(QByteArray(32, 'k'))));
        QCOMPARE(object[u"public"_s].toString(), QString::fromLatin1(QByteArray(32, 'k').toBase64()));
        QCOMPARE(object[u"signature"_s].toString(), QString::fromLatin1(QByteArray(64, 's').toBase64()));
    }
    void aMonthSaysWhereItIsFrom()
    {
        QCOMPARE(jsonOf(certificate())[u"months"_s].toArray(),
                 (QJsonArray{QJsonObject{{u"period"_s, u"2026-01"_s},
                                         {u"people"_s, 40},
                                         {u"low"_s, 30},
                                         {u"high"_s, 50},
                                         {u"rounding"_s, 5},
                                         {u"n"_s, 3},
                                         {u"sha256"_s, QString(64, u'c')}}}));
    }
    /// Not even as zero.
    void aYearWithoutANumberHasNone()
    {
        QCOMPARE(jsonOf(certificate())[u"years"_s].toArray(),
                 (QJsonArray{QJsonObject{{u"year"_s, 2025}, {u"months"_s, 1}, {u"published"_s, 0}},
                             QJsonObject{{u"year"_s, 2026},
                                         {u"months"_s, 2},
                                         {u"published"_s, 1},
                                         {u"people"_s, 40},
                                         {u"low"_s, 30},
                                         {u"high"_s, 50}}}));
    }
    void largeNumbersStayWhole()
    {
        Certificate large = certificate();
        large.months[0].number = {999'999'995, 999'999'985, 1'000'000'005};
        const QJsonValue month = jsonOf(large)[u"months"_s][0];
        QCOMPARE(month[u"people"_s].toInteger(), qint64(999'999'995));
        QCOMPARE(month[u"high"_s].toInteger(), qint64(1'000'000'005));
    }
};

QTEST_APPLESS_MAIN(TestCertificateJson)
#include "tst_certificatejson.moc"
