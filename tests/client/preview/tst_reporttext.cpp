#include "client/preview/reporttext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReportText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasALineForEachLevelAndTheReason()
    {
        using Kind = UploadOutcome::Kind;
        const QString text = ReportText::of({{{Level::Basic, Kind::Accepted, 1, 0, {}},
                                              {Level::Middle, Kind::Accepted, 3, 2, {}},
                                              {Level::Full, Kind::RetryLater, 0, 0, u"the cable is out"_s}}});
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith("Basic: 1 "_L1));
        QVERIFY(lines[1].startsWith("Middle: 3 "_L1));
        QVERIFY(lines[2].startsWith("Middle: 2 "_L1));
        QVERIFY(lines[3].contains("not sent"_L1) && lines[3].contains("the cable is out"_L1));
        QVERIFY(ReportText::of({{{Level::Full, Kind::Rejected, 0, 0, u"too odd"_s}}}).contains("too odd"_L1));
        QVERIFY(!ReportText::of({{{Level::Full, Kind::Cancelled, 0, 0, {}}}}).isEmpty());
    }
    void whereAllIsRefusedNothingIsSaidToBeSent()
    {
        const QString text = ReportText::of({{{Level::Middle, UploadOutcome::Kind::Accepted, 0, 2, {}}}});
        QVERIFY2(!text.contains("sent.\n"_L1) && text.count(u'\n') == 0, qPrintable(text));
        QVERIFY(text.startsWith("Middle: 2 "_L1));
    }
    void nothingToSendIsSaid() { QVERIFY(!ReportText::of({}).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
