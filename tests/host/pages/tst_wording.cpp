#include "host/pages/wording.h"

#include "support/pagelanguage.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersHaveGroups()
    {
        QCOMPARE(grouped(5), u"5"_s);
        QCOMPARE(grouped(1234567), u"1,234,567"_s);
        QCOMPARE(intervalText({1230, 1222, 1238}), u"1,222 to 1,238"_s);
    }
    void periodsAreInWords()
    {
        QCOMPARE(periodText(u"2026-10"_s), u"October 2026"_s);
        QCOMPARE(periodText(u"2026-W44"_s), u"week 2026-W44"_s);
        QCOMPARE(shortPeriod(u"2026-10"_s), u"Oct 2026"_s);
        QCOMPARE(shortPeriod(u"2026-W44"_s), u"W44 2026"_s);
        QCOMPARE(dayText(QDate(2026, 11, 4)), u"4 November 2026"_s);
    }
    void listsHaveAnAnd()
    {
        QCOMPARE(listed({}), QString());
        QCOMPARE(listed({u"a"_s}), u"a"_s);
        QCOMPARE(listed({u"a"_s, u"b"_s, u"c"_s}), u"a, b and c"_s);
    }
    /// As the language writes them, whatever the computer's is.
    void eachLanguageHasItsOwn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("English") << u"en"_s
                                 << QStringList{
                                        u"1,234,567"_s, u"1,222 to 1,238"_s, u"October 2026"_s, u"week 2026-W04"_s,
                                        u"Oct 2026"_s,  u"W04 2026"_s,       u"4 March 2026"_s, u"a, b and c"_s,
                                        u"34 %"_s,      u"< 1 %"_s,          u"1.5"_s};
        QTest::newRow("German") << u"de"_s
                                << QStringList{
                                       u"1.234.567"_s, u"1.222 bis 1.238"_s, u"Oktober 2026"_s, u"Woche 2026-W04"_s,
                                       u"Okt 2026"_s,  u"W04 2026"_s,        u"4. März 2026"_s, u"a, b und c"_s,
                                       u"34\u00a0%"_s, u"<\u00a01\u00a0%"_s, u"1,5"_s};
        // A month as a name, and in a day as it is after the day. Four digits have no group.
        QTest::newRow("Polish") << u"pl"_s
                                << QStringList{u"1\u00a0234\u00a0567"_s,
                                               u"od 1222 do 1238"_s,
                                               u"październik 2026"_s,
                                               u"tydzień 2026-W04"_s,
                                               u"paź 2026"_s,
                                               u"W04 2026"_s,
                                               u"4 marca 2026"_s,
                                               u"a, b i c"_s,
                                               u"34%"_s,
                                               u"<\u00a01%"_s,
                                               u"1,5"_s};
    }
    void eachLanguageHasItsOwn()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, texts);
        const PageLanguage spoken(TestSupport::tongue(language.toLatin1().constData()));
        QCOMPARE((QStringList{grouped(1234567), intervalText({1230, 1222, 1238}), periodText(u"2026-10"_s),
                              periodText(u"2026-W04"_s), shortPeriod(u"2026-10"_s), shortPeriod(u"2026-W04"_s),
                              dayText(QDate(2026, 3, 4)), listed({u"a"_s, u"b"_s, u"c"_s}), shareText(34, 100),
                              shareText(0, 100), decimalText(1.5)}),
                 texts);
    }
    void groupsAreOfThree_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("polish");
        QTest::newRow("none") << qint64(0) << u"0"_s << u"0"_s;
        QTest::newRow("three digits") << qint64(999) << u"999"_s << u"999"_s;
        QTest::newRow("four") << qint64(9999) << u"9,999"_s << u"9999"_s;
        QTest::newRow("five") << qint64(10000) << u"10,000"_s << u"10\u00a0000"_s;
        QTest::newRow("ten") << qint64(1234567890) << u"1,234,567,890"_s << u"1\u00a0234\u00a0567\u00a0890"_s;
        QTest::newRow("below zero") << qint64(-123456) << u"-123,456"_s << u"-123\u00a0456"_s;
    }
    void groupsAreOfThree()
    {
        QFETCH(qint64, number);
        QTEST(grouped(number), "english");
        const PageLanguage polish(TestSupport::tongue("pl"));
        QTEST(grouped(number), "polish");
    }
    void aScriptFindsTheNumber()
    {
        const PageLanguage german(TestSupport::tongue("de"));
        QCOMPARE(groupedData(1230).markup(), u"<data value=\"1230\">1.230</data>"_s);
        QCOMPARE(intervalData({1230, 1222, 1238}).markup(),
                 u"<data value=\"1222\">1.222</data> bis <data value=\"1238\">1.238</data>"_s);
        QCOMPARE(decimalText(7.84, 1), u"7,8"_s);
    }
    void sharesAreRounded_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<QString>("text");
        QTest::newRow("half") << qint64(50) << u"50 %"_s;
        QTest::newRow("rounded up") << qint64(55) << u"55 %"_s;
        QTest::newRow("next to nothing") << qint64(0) << u"< 1 %"_s;
    }
    void sharesAreRounded()
    {
        QFETCH(qint64, part);
        QFETCH(QString, text);
        QCOMPARE(shareText(part, 100), text);
        QCOMPARE(shareText(part, 0), QString());
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
