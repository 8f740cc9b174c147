#include "host/pages/overviewpage.h"

#include "support/pagelanguage.h"
#include "support/pagesfolder.h"
#include "support/pagetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumbersComeFirst()
    {
        const auto data = TestSupport::someMonths().data();
        const SitePage page = overviewPage(*data, {}, {});
        const QString main = TestSupport::withoutData(page.main);
        QVERIFY(main.contains(u"<strong>1,230</strong><span>people in October 2026</span>"_s));
        QVERIFY(main.contains(u"95 % interval: 1,222 to 1,238"_s));
        QVERIFY(main.contains(u"people in 2026 so far"_s));
        QVERIFY(page.lead.markup().contains(u"What share of all people said yes is not known"_s));
        QVERIFY(TestSupport::withoutData(page.lead).contains(
            u"July 2026 had 1,000 people, October 2026 had 1,230: it grew."_s));
        QVERIFY(main.contains(u"basic.<wbr>telemetry.<wbr>napari.<wbr>org"_s)
                && main.contains(u"NAPARI_TELEMETRY=0"_s));
    }
    void aYearIsWhatItsLastMonthSays()
    {
        const auto data = TestSupport::someMonths().data();
        const QString main = overviewPage(*data, {}, {}).main.markup();
        QVERIFY2(main.contains(u"<tr data-period=\"2026\"><th scope=\"row\">2026</th><td class=\"number\"><data "
                               "value=\"2002\">2,002</data></td>"_s),
                 qPrintable(main));
        QCOMPARE(main.count(u"<tr data-period=\"2026\">"_s), 1);
    }
    void eachLanguageHasItsSentences_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("growth");
        QTest::addColumn<QString>("card");
        QTest::newRow("German") << u"de"_s
                                << u"Im Juli 2026 waren es 1.000 Personen, im Oktober 2026 1.230: es wurden mehr."_s
                                << u"<strong>1.230</strong><span>Personen im Oktober 2026</span>"_s;
        QTest::newRow("Polish") << u"pl"_s << u"Liczba osób: 1000 (lipiec 2026), 1230 (październik 2026): wzrosła."_s
                                << u"<strong>1230</strong><span>osób (październik 2026)</span>"_s;
    }
    void eachLanguageHasItsSentences()
    {
        QFETCH(QString, language);
        const auto data = TestSupport::someMonths().data();
        const PageLanguage spoken(TestSupport::tongue(language.toLatin1().constData()));
        const SitePage page = overviewPage(*data, {true, true, {}, true}, {u"../"_s, {}});
        QTEST(TestSupport::withoutData(page.lead).section(u"growth\">"_s, 1).section(u"<"_s, 0, 0), "growth");
        QFETCH(QString, card);
        QVERIFY(TestSupport::withoutData(page.main).contains(card));
        QVERIFY(page.main.markup().contains(u"href=\"verify.html\""_s));
        QVERIFY(page.main.markup().contains(u"href=\"../data/tables/users-month.csv\""_s));
        QVERIFY(page.main.markup().contains(u"href=\"method.html\""_s));
    }
    void growthWithinTheNoiseIsNone()
    {
        TestSupport::PagesFolder folder;
        folder.users(u"2026-07"_s, 100).users(u"2026-10"_s, 115);
        QVERIFY(overviewPage(*folder.done().data(), {}, {}).lead.markup().contains(u"no change that is larger"_s));
    }
    void tooFewAndNotYetAreSaid()
    {
        TestSupport::PagesFolder folder;
        folder.users(u"2026-10"_s, 0);
        const QString few = overviewPage(*folder.done().data(), {}, {}).main.markup();
        QVERIFY(few.contains(u"not published"_s) && few.contains(u"too few for a number"_s));
        const QString none = overviewPage(*TestSupport::PagesFolder().data(), {}, {}).main.markup();
        QVERIFY(none.contains(u"not yet"_s) && none.contains(u"No month has been published yet."_s));
    }
};

QTEST_GUILESS_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
