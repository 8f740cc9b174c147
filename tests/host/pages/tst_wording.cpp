#include "host/pages/wording.h"

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
