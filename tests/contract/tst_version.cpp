#include "contract/version.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestVersion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersAsPep440_data()
    {
        QTest::addColumn<QString>("lower");
        QTest::addColumn<QString>("higher");
        QTest::newRow("by number, not by letter") << u"0.9.2"_s << u"0.10.0"_s;
        QTest::newRow("longer") << u"1.0"_s << u"1.0.1"_s;
        QTest::newRow("post release") << u"1.0"_s << u"1.0.post1"_s;
        QTest::newRow("post releases") << u"1.0.post2"_s << u"1.0.post10"_s;
        QTest::newRow("post below next") << u"1.0.post9"_s << u"1.0.1"_s;
        QTest::newRow("dev below all") << u"dev"_s << u"0.0.1"_s;
        QTest::newRow("more digits than an int has") << u"99999999999999999999"_s << u"100000000000000000000"_s;
        QTest::newRow("leading zeros") << u"2024.01"_s << u"2024.2"_s;
    }
    void ordersAsPep440()
    {
        QFETCH(QString, lower);
        QFETCH(QString, higher);
        QVERIFY(compareVersions(lower, higher) < 0);
        QVERIFY(compareVersions(higher, lower) > 0);
        QCOMPARE(compareVersions(lower, lower), 0);
    }
    void trailingZerosAreEqual() { QCOMPARE(compareVersions(u"1.0", u"1.0.0"), 0); }
    void onlyStableReleases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("stable");
        QTest::newRow("plain") << u"0.2.1"_s << true;
        QTest::newRow("one number") << u"4"_s << true;
        QTest::newRow("post") << u"1.2.post3"_s << true;
        for (const char *text : {"", "1.", ".1", "1..2", "1.0a1", "1.0rc1", "1.0.dev3", "1.0+local", "v1.0", "1!2.0",
                                 "post1", "1.post1.2", "dev"})
            QTest::newRow(text) << QString::fromLatin1(text) << false;
    }
    void onlyStableReleases()
    {
        QFETCH(QString, text);
        QFETCH(bool, stable);
        QCOMPARE(isStableRelease(text), stable);
    }
};

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
