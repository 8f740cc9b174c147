#include "host/pages/words.h"

#include "host/pages/wording.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const PageTongue &tongue(const QString &code)
{
    for (const PageTongue &each : pageTongues()) {
        if (each.code == code)
            return each;
    }
    qFatal("no language %s", qPrintable(code));
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersWroteStaysTextInASentenceWithMarkup_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("escaped");
        QTest::newRow("markup") << u"<script>"_s << u"&lt;script&gt;"_s;
        QTest::newRow("the place of another piece") << u"%2<script>%1"_s << u"%2&lt;script&gt;%1"_s;
        QTest::newRow("a quotation mark") << u"\" onclick=\"x"_s << u"&quot; onclick=&quot;x"_s;
    }
    void whatOthersWroteStaysTextInASentenceWithMarkup()
    {
        QFETCH(QString, name);
        QFETCH(QString, escaped);
        QCOMPARE(marked(u"<b>%1</b> of %2, 95 % of %1"_s, {Html(name), html(u"<i>x</i>")}).markup(),
                 u"<b>%1</b> of <i>x</i>, 95 % of %1"_s.replace(u"%1"_s, escaped));
    }
    void aPlaceWithoutAPieceStays()
    {
        QCOMPARE(marked(u"%1 and %2 and %0 and %"_s, {Html(u"a"_s)}).markup(), u"a and %2 and %0 and %"_s);
        QCOMPARE(marked(QString()).markup(), QString());
    }
    void everyLanguageIsLoaded()
    {
        for (const PageTongue &each : pageTongues()) {
            const PageLanguage language(each);
            QCOMPARE(PageLanguage::current().code, each.code);
        }
        QCOMPARE(PageLanguage::current().code, u"en"_s);
        const PageLanguage none(tongue(u"de"_s), u":/nowhere"_s);
        QVERIFY(!none.isLoaded());
    }
    void theDictionaryIsTranslatedAndAnUnknownTextStays()
    {
        const PageLanguage german(tongue(u"de"_s));
        QCOMPARE(Words::ofDictionary(u"operating system"_s), u"Betriebssystem"_s);
        QCOMPARE(Words::ofDictionary(u"of tomorrow"_s), u"of tomorrow"_s);
    }
    void aLargeNumberChoosesByItsLastDigits()
    {
        QCOMPARE(Words::countOf(-1), 0);
        QCOMPARE(Words::countOf(999'999), 999'999);
        QCOMPARE(Words::countOf(5'000'000'022) % 100, 22);
    }
    void aPageLeadsToTheDataAndToItsLanguage()
    {
        const auto place = [](const char *path, const char *code) {
            const PagePlace found = PagePlace::of(QString::fromLatin1(path), tongue(QString::fromLatin1(code)));
            return QStringList{found.root, found.home};
        };
        QCOMPARE(place("index.html", "en"), (QStringList{{}, {}}));
        QCOMPARE(place("plugins/a.html", "en"), (QStringList{u"../"_s, u"../"_s}));
        QCOMPARE(place("index.html", "de"), (QStringList{u"../"_s, {}}));
        QCOMPARE(place("plugins/a.html", "pl"), (QStringList{u"../../"_s, u"../"_s}));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
