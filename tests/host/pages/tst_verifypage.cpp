#include "host/pages/verifypage.h"

#include "host/pages/verifywords.h"
#include "host/pages/words.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTranslator>

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// A catalogue that tries to end the element of its words.
class HostileCatalogue final : public QTranslator
{
public:
    QString translate(const char *, const char *, const char *, int) const override
    {
        return u"</script><b>&\"'\u2028%1"_s;
    }
    bool isEmpty() const override { return false; }
};

QJsonObject wordsIn(const SitePage &page)
{
    static const QRegularExpression block(u"<script type=\"application/json\" id=\"words\">(.*?)</script>"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    return QJsonDocument::fromJson(block.match(page.main.markup()).captured(1).toUtf8()).object();
}

} // namespace

class TestVerifyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScriptFindsItsWords()
    {
        const SitePage page = verifyPage();
        QCOMPARE(wordsIn(page), verifyWords());
        QVERIFY(verifyWords().size() > 60);
        const QJsonObject words = verifyWords();
        for (auto word = words.begin(); word != words.end(); ++word)
            QVERIFY2(!word.value().toString().isEmpty(), qPrintable(word.key()));
    }
    void noTextEndsTheBlock()
    {
        HostileCatalogue catalogue;
        QVERIFY(QCoreApplication::installTranslator(&catalogue));
        const SitePage page = verifyPage();
        QCoreApplication::removeTranslator(&catalogue);
        const QString main = page.main.markup();
        QCOMPARE(main.count(u"<script"_s), 2);
        QCOMPARE(main.count(u"</script>"_s), 2);
        QVERIFY(!main.contains(u"<b>"_s) && !page.lead.markup().contains(u"<b>"_s));
        QCOMPARE(wordsIn(page).value(u"right"_s).toString(), u"</script><b>&\"'\u2028%1"_s);
    }
    void theScriptAndTheDataAreInTheSitesFolder_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("root");
        for (const PageTongue &tongue : pageTongues())
            QTest::addRow("%s", qPrintable(tongue.code)) << tongue.code << (tongue.folder.isEmpty() ? u""_s : u"../"_s);
    }
    void theScriptAndTheDataAreInTheSitesFolder()
    {
        QFETCH(QString, code);
        QFETCH(QString, root);
        for (const PageTongue &tongue : pageTongues()) {
            if (tongue.code != code)
                continue;
            const PageLanguage language(tongue);
            const QString main = verifyPage(PagePlace::of(u"verify.html"_s, tongue)).main.markup();
            QVERIFY(main.contains(u" data-root=\"%1\""_s.arg(root)));
            QVERIFY(main.contains(u"<script defer src=\"%1verify.js\"></script>"_s.arg(root)));
            return;
        }
        QFAIL("no such language");
    }
    void everyLanguageSaysAllWithTheSamePlaces()
    {
        static const QRegularExpression place(u"%\\d"_s);
        const auto places = [](const QString &text) {
            QStringList found;
            for (auto match = place.globalMatch(text); match.hasNext();)
                found.append(match.next().captured());
            found.sort();
            return found;
        };
        const QJsonObject english = verifyWords();
        for (const PageTongue &tongue : pageTongues()) {
            const PageLanguage language(tongue);
            const QJsonObject words = verifyWords();
            QCOMPARE(words.keys(), english.keys());
            int same = 0;
            for (const QString &key : english.keys()) {
                QCOMPARE(places(words[key].toString()), places(english[key].toString()));
                same += int(words[key] == english[key]);
            }
            if (tongue.code != "en"_L1)
                QVERIFY2(same < 5, qPrintable(u"%1 texts are English in %2"_s.arg(same).arg(tongue.code)));
        }
    }
    void withoutTheScriptItSaysHowElse()
    {
        const QString main = verifyPage().main.markup();
        QVERIFY(main.contains(u"<p class=\"message\" id=\"needs\">"_s));
        QVERIFY(main.contains(u"<div id=\"verifier\" data-root=\"\" hidden=\"\">"_s));
        QVERIFY(main.contains(u"napari-telemetry-aggregate verify FILE --public FOLDER"_s));
    }
};

QTEST_GUILESS_MAIN(TestVerifyPage)
#include "tst_verifypage.moc"
