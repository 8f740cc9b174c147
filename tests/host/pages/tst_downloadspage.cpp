#include "host/pages/downloadspage.h"

#include "support/pagelanguage.h"
#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDownloadsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsThereIsLinked()
    {
        const auto data = TestSupport::someMonths().data();
        const QString page =
            downloadsPage(*data, {u"tables/plugins.csv"_s, u"aggregates.sqlite"_s, u"secret.txt"_s}, {}).main.markup();
        QVERIFY(page.contains(u"href=\"data/tables/plugins.csv\""_s));
        QVERIFY(page.contains(u"href=\"data/aggregates.sqlite\""_s));
        QVERIFY(!page.contains(u"data/tables/plugins.json"_s) && !page.contains(u"secret"_s));
        QVERIFY(!page.contains(u"datapackage"_s));
    }
    void theFilesAreAtTheRootOfAllLanguages()
    {
        const auto data = TestSupport::someMonths().data();
        const PageLanguage polish(TestSupport::tongue("pl"));
        const QString page =
            downloadsPage(*data, {u"tables/plugins.csv"_s, u"aggregates.sqlite"_s}, {u"../"_s, {}}).main.markup();
        QVERIFY(page.contains(u"href=\"../data/tables/plugins.csv\" aria-label=\"Wtyczki: plik CSV\""_s));
        QVERIFY(page.contains(u"href=\"../data/aggregates.sqlite\""_s) && !page.contains(u"href=\"data/"_s));
    }
};

QTEST_GUILESS_MAIN(TestDownloadsPage)
#include "tst_downloadspage.moc"
