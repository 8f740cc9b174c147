#include "host/pages/words.h"

#include "support/pagelanguage.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

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
            QVERIFY2(language.isLoaded(), qPrintable(each.code));
            QCOMPARE(PageLanguage::current().code, each.code);
        }
        QCOMPARE(PageLanguage::current().code, u"en"_s);
        const PageLanguage none(TestSupport::tongue("de"), u":/nowhere"_s);
        QVERIFY(!none.isLoaded());
    }
    void theDictionaryIsTranslatedAndAnUnknownTextStays()
    {
        const PageLanguage german(TestSupport::tongue("de"));
        QCOMPARE(Words::ofDictionary(u"operating system"_s), u"Betriebssystem"_s);
        QCOMPARE(Words::ofDictionary(u"of tomorrow"_s), u"of tomorrow"_s);
    }
    /// Only a text of the catalogue may be a sentence with markup: nothing that somebody else wrote can come in.
    void everySentenceWithMarkupIsOfTheCatalogue()
    {
        static const QRegularExpression call(u"\\bmarked\\(\\s*([^\\s(]+)"_s);
        const QDir folder(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/src/host/pages"_s);
        int calls = 0;
        for (const QString &name : folder.entryList({u"*.cpp"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto match = call.globalMatch(QString::fromUtf8(file.readAll()));
            while (match.hasNext()) {
                const auto found = match.next();
                if (name == u"words.cpp"_s && found.captured(1) == u"const"_s)
                    continue; // where it is defined
                QVERIFY2(found.captured(1) == u"Words::tr"_s, qPrintable(name + u": "_s + found.captured()));
                ++calls;
            }
        }
        QVERIFY2(calls > 20, qPrintable(QString::number(calls)));
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
            const PagePlace found = PagePlace::of(QString::fromLatin1(path), TestSupport::tongue(code));
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
