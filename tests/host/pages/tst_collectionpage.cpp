#include "host/pages/collectionpage.h"

#include "support/pagelanguage.h"
#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCollectionPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsThere()
    {
        const auto data = TestSupport::PagesFolder().data();
        const QString page = collectionPage(data->dictionary(), {}, {}).main.markup();
        for (const TopicDefinition &topic : data->dictionary().topics()) {
            QVERIFY2(page.contains(u"data-topic=\"%1\""_s.arg(topic.topic)), qPrintable(topic.topic));
            for (const FieldDefinition &field : topic.fields) {
                QVERIFY2(page.contains(u"data-field=\"%1\""_s.arg(field.field)), qPrintable(field.field));
                QVERIFY2(page.contains(Html(field.description).markup()), qPrintable(field.field));
            }
        }
        for (const Level level : sendingLevels())
            QVERIFY(page.contains(
                u"<code><bdi>%1.<wbr>telemetry.<wbr>napari.<wbr>org</bdi></code> only"_s.arg(levelName(level))));
        QVERIFY(page.contains(u"Sent at most once a month for each, and 20 of them for one person."_s));
    }
    void itSaysWhomToAsk()
    {
        const auto data = TestSupport::PagesFolder().data();
        QVERIFY(!collectionPage(data->dictionary(), {}, {}).lead.markup().contains(u"mailto:"_s));
        SiteShape shape;
        shape.contact = u"us@napari.org"_s;
        const QString lead = collectionPage(data->dictionary(), shape, {}).lead.markup();
        QVERIFY(lead.contains(u"should not be public: <a href=\"mailto:us@napari.org\">us@napari.org</a>"_s));
    }
    void theDictionaryIsInTheLanguageOfThePage()
    {
        const auto data = TestSupport::PagesFolder().data();
        const PageLanguage polish(TestSupport::tongue("pl"));
        const SitePage page = collectionPage(data->dictionary(), {}, {u"../"_s, {}});
        QVERIFY(page.lead.markup().contains(u"<a href=\"../data/dictionary.json\">słownika danych</a>"_s));
        const QString main = page.main.markup();
        QVERIFY(main.contains(u"<section id=\"middle\"><h2>Poziom „średni”</h2>"_s));
        QVERIFY(main.contains(u"<h3>zainstalowane wtyczki</h3>"_s));
        QVERIFY(main.contains(u"Każde wysyłane najwyżej raz w miesiącu, i najwyżej 20 na jedną osobę."_s));
    }
};

QTEST_GUILESS_MAIN(TestCollectionPage)
#include "tst_collectionpage.moc"
