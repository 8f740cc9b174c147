#include "client/language/language.h"

#include "client/language/englishscope.h"
#include "support/inlanguage.h"
#include "support/languagechanges.h"

#include <QDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatShipsIsThere()
    {
        QStringList files;
        for (const QString &language : Language::shipped())
            files.append(u"telemetry_%1.qm"_s.arg(language));
        files.sort();
        QCOMPARE(QDir(u":/telemetry/i18n"_s).entryList(QDir::Files, QDir::Name), files);
        QVERIFY(Language::shipped().contains(u"en"_s));
    }
    void choose_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("language");
        const QLocale us(u"en_US"_s);
        const QLocale german(u"de_DE"_s);
        QTest::newRow("the setting wins") << u"pl"_s << german << u"pl"_s;
        QTest::newRow("English, set in napari, wins") << u"en"_s << german << u"en"_s;
        QTest::newRow("a setting with a country") << u"pl_PL"_s << us << u"pl"_s;
        QTest::newRow("a setting with a dash") << u"de-AT"_s << us << u"de"_s;
        QTest::newRow("a setting in capitals") << u"DE"_s << us << u"de"_s;
        QTest::newRow("nothing set") << QString() << german << u"de"_s;
        QTest::newRow("nothing set, other country") << QString() << QLocale(u"de_CH"_s) << u"de"_s;
        QTest::newRow("nothing set, English system") << QString() << us << u"en"_s;
        QTest::newRow("nothing set, other system") << QString() << QLocale(u"fr_FR"_s) << u"en"_s;
        QTest::newRow("nothing set, no system") << QString() << QLocale::c() << u"en"_s;
        QTest::newRow("we don't have the setting") << u"ja"_s << german << u"de"_s;
        QTest::newRow("we have neither") << u"ja"_s << QLocale(u"fr_FR"_s) << u"en"_s;
        // "den" (Slave) begins with "de", and is not German.
        QTest::newRow("the beginning of a code is no language") << u"den"_s << us << u"en"_s;
        QTest::newRow("not a code") << u"../de"_s << us << u"en"_s;
        QTest::newRow("a made-up language never ships") << u"xx"_s << us << u"en"_s;
    }
    void choose()
    {
        QFETCH(QString, setting);
        QFETCH(QLocale, locale);
        QTEST(Language::choose(setting, locale), "language");
    }
    void withoutATranslatorItIsEnglish()
    {
        QCOMPARE(Language::current(), u"en"_s);
        QVERIFY(!Language::isTranslated());
        const TestSupport::InLanguage english(u"en"_s);
        QVERIFY(!Language::isTranslated());
    }
    void theOriginalStaysOnOffer()
    {
        const TestSupport::InLanguage german(u"de"_s);
        QVERIFY(Language::isTranslated());
        const EnglishScope scope;
        QVERIFY(Language::isTranslated());
        QCOMPARE(Language::current(), u"de"_s);
    }
    void datesAreInTheLanguageOfTheText()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(u"en_GB"_s));
        QCOMPARE(Language::locale(), QLocale(u"en_GB"_s)); // not en_US: day and month would change places
        {
            const TestSupport::InLanguage german(u"de"_s);
            QCOMPARE(Language::locale().language(), QLocale::German);
            const EnglishScope scope;
            QCOMPARE(Language::locale(), QLocale(u"en_GB"_s));
        }
        QLocale::setDefault(QLocale(u"de_AT"_s));
        {
            const TestSupport::InLanguage german(u"de"_s);
            QCOMPARE(Language::locale(), QLocale(u"de_AT"_s));
        }
        QLocale::setDefault(before);
    }
    // The last one: what it installs stays.
    void isInstalledOnceForAll()
    {
        const TestSupport::LanguageChanges changes;
        QTest::ignoreMessage(QtWarningMsg, "no texts in the language ja");
        QVERIFY(!Language::install(u"ja"_s));
        QCOMPARE(Language::current(), u"en"_s);
        QVERIFY(Language::install(u"pl"_s));
        QCOMPARE(Language::current(), u"pl"_s);
        QCOMPARE(QCoreApplication::translate("Telemetry::LevelSummary", "Full"), u"Pełny"_s);
        QCOMPARE(changes.count, 0); // or all of napari would lay itself out anew
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
