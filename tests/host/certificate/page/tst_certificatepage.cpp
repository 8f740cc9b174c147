#include "host/certificate/page/certificatepage.h"

#include "contract/limits.h"
#include "host/certificate/certificatedraft.h"
#include "host/certificate/page/pageapplication.h"
#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// What a reader of PDFs finds on it is tested in tst_certificateprogram.
class TestCertificatePage : public QObject
{
    Q_OBJECT

    static Certificate certificateOf(TestSupport::PublishedFolder &folder, const QString &from, const QString &to)
    {
        const auto draft =
            draftCertificate(PublishedFigures::open(folder).value(), u"napari-svg"_s, from, to, QDate(2026, 12, 20));
        return signedBy(draft.value().certificate, TestSupport::rfcKeys()).value();
    }
    static Certificate certificate()
    {
        auto folder = TestSupport::yearOfSvg();
        return certificateOf(folder, u"2026-01"_s, u"2026-12"_s);
    }
    static QByteArray digest() { return QByteArray(64, 'a'); }

private Q_SLOTS:
    void isOnePage_data()
    {
        QTest::addColumn<Certificate>("shown");
        QTest::newRow("a year") << certificate();
        auto folder = TestSupport::yearOfSvg();
        for (const QString &month : monthsBetween(u"2027-01"_s, u"2030-12"_s))
            folder.release(month, u"napari-svg"_s, 4'000, u"2026-12-20"_s);
        QTest::newRow("five years") << certificateOf(folder, u"2026-01"_s, u"2030-12"_s);
        Certificate longest = certificate();
        longest.plugin = QString(100, u'w');
        QTest::newRow("a long name") << longest;
    }
    void isOnePage()
    {
        QFETCH(Certificate, shown);
        const auto page = certificatePage(shown, digest());
        QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().detail));
        QVERIFY(page.value().startsWith("%PDF-"));
        QVERIFY(page.value().trimmed().endsWith("%%EOF"));
        QCOMPARE(page.value().count("/Type /Page\n"), 1);
        QVERIFY(page.value().contains("(D:20261220000000Z)")); // of the certificate, not of the clock
        QVERIFY(page.value().contains("/EmbeddedFile"));
        QVERIFY(page.value().size() < Limits::certificatePageBytes);
    }
    void isTheSameAgain()
    {
        const QByteArray page = certificatePage(certificate(), digest()).value();
        QCOMPARE(certificatePage(certificate(), digest()).value(), page);
        QVERIFY(certificatePage(certificate(), QByteArray(64, 'b')).value() != page);
    }
    void theAddressHasTheDigestWhereBrowsersKeepIt()
    {
        QCOMPARE(verificationAddress(certificate(), digest()),
                 u"https://telemetry.napari.org/verify.html#sha256="_s + QString::fromLatin1(digest()));
    }
    void anAddressThatNoCodeHoldsIsSaid()
    {
        Certificate large = certificate();
        large.verify = QString(3'000, u'a');
        QCOMPARE(certificatePage(large, digest()).error().code, Error::Code::TooLarge);
    }
};

int main(int argc, char *argv[])
{
    const auto application = makePageApplication(argc, argv);
    TestCertificatePage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_certificatepage.moc"
