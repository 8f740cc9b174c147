#include "host/certificate/months.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestMonths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsMonths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMonth");
        QTest::newRow("a month") << u"2026-11"_s << true;
        QTest::newRow("a week") << u"2026-W47"_s << false;
        QTest::newRow("a thirteenth") << u"2026-13"_s << false;
        QTest::newRow("a day") << u"2026-11-01"_s << false;
        QTest::newRow("one digit") << u"2026-1"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void knowsMonths()
    {
        QFETCH(QString, text);
        QTEST(isMonthName(text), "isMonth");
    }
    void countsOverTheEndOfAYear()
    {
        QCOMPARE(monthsBetween(u"2026-11"_s, u"2027-02"_s),
                 (QStringList{u"2026-11"_s, u"2026-12"_s, u"2027-01"_s, u"2027-02"_s}));
        QCOMPARE(monthsBetween(u"2026-11"_s, u"2026-11"_s), QStringList{u"2026-11"_s});
        QVERIFY(monthsBetween(u"2026-11"_s, u"2026-10"_s).isEmpty());
    }
    void saysThemInEnglish() { QCOMPARE(monthInWords(u"2026-03"_s), u"March 2026"_s); }
};

QTEST_GUILESS_MAIN(TestMonths)
#include "tst_months.moc"
