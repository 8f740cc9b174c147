#include "host/certificate/certificatedraft.h"

#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificateDraft : public QObject
{
    Q_OBJECT

    static Result<CertificateDraft> draftOf(const TestSupport::PublishedFolder &folder, const QString &plugin,
                                            const QString &from, const QString &to)
    {
        return draftCertificate(PublishedFigures::open(folder).value(), plugin, from, to, QDate(2026, 12, 20));
    }

private Q_SLOTS:
    void hasWhatIsPublishedAndNothingElse()
    {
        const auto draft = draftOf(TestSupport::yearOfSvg(), u"napari-svg"_s, u"2026-02"_s, u"2026-12"_s);
        QVERIFY(draft.ok());
        const Certificate &certificate = draft.value().certificate;
        QStringList months;
        for (const CertifiedMonth &month : certificate.months)
            months.append(month.period);
        QCOMPARE(months, (QStringList{u"2026-02"_s, u"2026-05"_s, u"2026-06"_s, u"2026-07"_s, u"2026-08"_s,
                                      u"2026-09"_s, u"2026-10"_s, u"2026-11"_s}));
        QCOMPARE(certificate.years.size(), 1);
        QCOMPARE(certificate.years[0].months, 11);
        QCOMPARE(certificate.years[0].published, 8);
        QCOMPARE(draft.value().released, 10);
        QCOMPARE(certificate.issued, QDate(2026, 12, 20));
    }
    void oneDamagedMonthSpoilsAll()
    {
        auto folder = TestSupport::yearOfSvg();
        folder.files[u"periods/2026-07.json"_s] += ' ';
        QVERIFY(!draftOf(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s).ok());
        QVERIFY(draftOf(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-06"_s).ok());
    }
    void saysKindlyThatNothingWasPublished()
    {
        const auto draft = draftOf(TestSupport::yearOfSvg(), u"napari-small"_s, u"2026-01"_s, u"2026-12"_s);
        QVERIFY(draft.value().certificate.months.isEmpty());
        const QString words = wordsForNothingPublished(draft.value());
        for (const QString &word : {u"napari-small"_s, u"26 people"_s, u"January 2026"_s, u"December 2026"_s,
                                    u"says nothing about the plugin"_s, u"not that nobody uses it"_s})
            QVERIFY2(words.contains(word), qPrintable(words));
    }
    void saysThatNothingWasReleased()
    {
        const auto draft = draftOf(TestSupport::yearOfSvg(), u"napari-svg"_s, u"2026-12"_s, u"2027-03"_s);
        QCOMPARE(draft.value().released, 0);
        QVERIFY(wordsForNothingPublished(draft.value()).contains(u"released yet"));
    }
};

QTEST_GUILESS_MAIN(TestCertificateDraft)
#include "tst_certificatedraft.moc"
