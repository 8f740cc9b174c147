#include "contract/moment.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestMoment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAMomentWithItsZoneIsOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: none
        QTest::newRow("UTC") << u"2026-11-18T12:00:00Z"_s << u"2026-11-18T12:00:00Z"_s;
        QTest::newRow("an offset") << u"2026-11-18T12:00:00+02:00"_s << u"2026-11-18T10:00:00Z"_s;
        QTest::newRow("before another day") << u"2026-11-18T23:30:00-01:00"_s << u"2026-11-19T00:30:00Z"_s;
        QTest::newRow("without a zone") << u"2026-11-18T12:00:00"_s << QString();
        QTest::newRow("a day") << u"2026-11-18"_s << QString();
        QTest::newRow("no such day") << u"2026-02-30T12:00:00Z"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("words") << u"today"_s << QString();
    }
    void onlyAMomentWithItsZoneIsOne()
    {
        QFETCH(QString, text);
        const auto moment = momentFrom(text);
        QTEST(moment ? moment->toString(Qt::ISODate) : QString(), "utc");
        QVERIFY(!moment || moment->timeSpec() == Qt::UTC);
    }
};

QTEST_GUILESS_MAIN(TestMoment)
#include "tst_moment.moc"
