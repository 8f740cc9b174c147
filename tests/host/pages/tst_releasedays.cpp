#include "host/pages/releasedays.h"

#include <QFile>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReleaseDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestFirst()
    {
        const auto releases = napariReleases(R"({"released": {"napari": {"0.10.0": "2026-12-01", "0.9.2": "2026-09-29",
            "0.9.3": "2026-12-01"}, "python": {"3.14.0": "2025-10-07"}}})");
        QCOMPARE(releases, QList<NapariRelease>({{u"0.9.2"_s, QDate(2026, 9, 29)},
                                                 {u"0.9.3"_s, QDate(2026, 12, 1)},
                                                 {u"0.10.0"_s, QDate(2026, 12, 1)}}));
    }
    void whatIsNoneIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("a list before there were days") << R"({"versions": {"napari": ["0.9.2"]}})"_ba;
        QTest::newRow("other kinds") << R"({"released": {"napari": ["0.9.2"]}})"_ba;
        QTest::newRow("no day")
            << R"({"released": {"napari": {"0.9.2": "soon", "0.9.1": 5, "0.9.0": "2026-13-01"}}})"_ba;
        QTest::newRow("no version") << R"({"released": {"napari": {"<script>": "2026-09-29"}}})"_ba;
    }
    void whatIsNoneIsLeftOut()
    {
        QFETCH(QByteArray, list);
        QVERIFY(napariReleases(list).isEmpty());
    }
    void theShippedListHasThem()
    {
        QFile list(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/resources/public-list.json"_s);
        QVERIFY(list.open(QIODevice::ReadOnly));
        QVERIFY(napariReleases(list.readAll()).contains({u"0.9.2"_s, QDate(2026, 9, 29)}));
    }
};

QTEST_GUILESS_MAIN(TestReleaseDays)
#include "tst_releasedays.moc"
