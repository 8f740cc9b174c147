#include "host/pages/pagetongue.h"

#include <QSet>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPageTongue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void englishIsFirstAndAtTheAddressesWithoutAFolder()
    {
        QCOMPARE(pageTongues().first().code, u"en"_s);
        QVERIFY(pageTongues().first().folder.isEmpty());
    }
    void eachLanguageHasAFolderALocaleAndWordsOfItsOwn()
    {
        QSet<QString> folders;
        QSet<QString> offers;
        for (const PageTongue &tongue : pageTongues()) {
            folders.insert(tongue.folder);
            offers.insert(tongue.offer);
            QVERIFY(tongue.folder.isEmpty() || tongue.folder == tongue.code + u'/');
            QCOMPARE(tongue.locale.name().section(u'_', 0, 0), tongue.code);
            QVERIFY(!tongue.name.isEmpty() && !tongue.day.isEmpty());
        }
        QCOMPARE(folders.size(), pageTongues().size());
        QCOMPARE(offers.size(), pageTongues().size());
    }
    void aPageKnowsTheWay_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("home");
        QTest::newRow("first page") << u"index.html"_s << u"en"_s << u""_s << u""_s;
        QTest::newRow("below") << u"plugins/a.html"_s << u"en"_s << u"../"_s << u"../"_s;
        QTest::newRow("first page in Polish") << u"index.html"_s << u"pl"_s << u"../"_s << u""_s;
        QTest::newRow("below in Polish") << u"plugins/a.html"_s << u"pl"_s << u"../../"_s << u"../"_s;
    }
    void aPageKnowsTheWay()
    {
        QFETCH(QString, path);
        QFETCH(QString, language);
        for (const PageTongue &tongue : pageTongues()) {
            if (tongue.code != language)
                continue;
            const PagePlace place = PagePlace::of(path, tongue);
            QTEST(place.root, "root");
            QTEST(place.home, "home");
            return;
        }
        QFAIL("there is no such language");
    }
};

QTEST_GUILESS_MAIN(TestPageTongue)
#include "tst_pagetongue.moc"
