#include "client/consent/endoftoday.h"

#include <QTest>
#include <QTimeZone>

#include <ctime>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEndOfToday : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayEndsWhenTheNextOneBegins_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("local");
        QTest::addColumn<QDateTime>("end");
        const auto utc = [](int month, int day, int hour) {
            return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC);
        };
        const auto local = [](int month, int day, int hour, int minute = 0) {
            return QDateTime(QDate(2026, month, day), QTime(hour, minute),
                             Qt::UTC); // its fields, in the zone of the row
        };
        QTest::newRow("Berlin") << "Europe/Berlin"_ba << local(11, 18, 12) << utc(11, 18, 23);
        QTest::newRow("a minute before midnight") << "Europe/Berlin"_ba << local(11, 18, 23, 59) << utc(11, 18, 23);
        QTest::newRow("midnight itself") << "Europe/Berlin"_ba << local(11, 18, 0) << utc(11, 18, 23);
        QTest::newRow("Havana, before a midnight that does not exist")
            << "America/Havana"_ba << local(3, 7, 22) << utc(3, 8, 5);
        QTest::newRow("Havana, in a midnight that comes twice")
            << "America/Havana"_ba << local(10, 31, 22) << utc(11, 1, 4);
        QTest::newRow("Kiritimati") << "Pacific/Kiritimati"_ba << local(11, 18, 12) << utc(11, 18, 10);
    }
    void aDayEndsWhenTheNextOneBegins()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDateTime, local);
        qputenv("TZ", zone);
        tzset();
        const QDateTime there(local.date(), local.time(), Qt::LocalTime);
        QTEST(endOfToday(there), "end");
        QVERIFY(endOfToday(there) > there);
    }
};

QTEST_GUILESS_MAIN(TestEndOfToday)
#include "tst_endoftoday.moc"
