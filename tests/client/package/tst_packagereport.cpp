#include "client/package/packagereport.h"

#include <QJsonArray>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Problem = PackageReport::Problem;

class TestPackageReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyProblemHasWords()
    {
        QStringList seen;
        for (int i = 1; i <= static_cast<int>(Problem::Unreadable); ++i) {
            const PackageReport::Check check{u"a"_s, static_cast<Problem>(i), u"the system says so"_s};
            QVERIFY2(!check.words().isEmpty() && !seen.contains(check.words()), qUtf8Printable(check.words()));
            seen.append(check.words());
        }
        QVERIFY(seen.last().contains("the system says so"_L1));
        QCOMPARE(PackageReport::Check{}.words(), QString());
    }
    void theSummaryNamesTheFirstFailureAndCountsTheOthers()
    {
        PackageReport report;
        QCOMPARE(report.summary(), QString());
        report.checks = {{u"a"_s, Problem::Nothing, u"00"_s}, {u"b"_s, Problem::Changed, u"11"_s}};
        QCOMPARE(report.summary(), u"b: is not the file of this release"_s);
        report.checks.append({u"c"_s, Problem::Unknown, {}});
        QVERIFY(report.summary().startsWith("b: is not the file of this release (and 1 more"_L1));
    }
    void jsonHasEveryCheckAndNoBytes()
    {
        PackageReport report;
        report.folder = u"/somewhere"_s;
        report.checks = {{u"a"_s, Problem::Nothing, u"00"_s}, {u"b"_s, Problem::Unreadable, u"no"_s}};
        report.files = {{u"a"_s, PageBytes(6)}};
        const QJsonObject json = report.toJson();
        QCOMPARE(json["outcome"_L1].toString(), u"refused"_s);
        QCOMPARE(json["folder"_L1].toString(), u"/somewhere"_s);
        QCOMPARE(json["checks"_L1].toArray().size(), 2);
        QCOMPARE(json["checks"_L1][0]["sha256"_L1].toString(), u"00"_s);
        QCOMPARE(json["checks"_L1][1]["sha256"_L1].toString(), QString());
        QCOMPARE(json["checks"_L1][1]["ok"_L1].toBool(), false);
        QVERIFY(json["message"_L1].toString().contains("can't be read: no"_L1));
        QCOMPARE(json.keys(), QStringList({u"checks"_s, u"folder"_s, u"message"_s, u"outcome"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPackageReport)
#include "tst_packagereport.moc"
