#include "host/certificate/page/pagedate.h"

#include <QTest>

using namespace Telemetry;

class TestPageDate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingMoves()
    {
        const QByteArray pdf = "\xe4\xff\n/CreationDate (D:20261129044153Z)\n\xe4";
        const QByteArray dated = datedPage(pdf, QDate(2026, 12, 8));
        QCOMPARE(dated, QByteArray("\xe4\xff\n/CreationDate (D:20261208000000Z)\n\xe4"));
        QCOMPARE(dated.size(), pdf.size());
    }
    void anotherFormStays()
    {
        const QByteArray pdf = "/CreationDate (D:20261129044153+01'00')";
        QCOMPARE(datedPage(pdf, QDate(2026, 12, 8)), pdf);
    }
};

QTEST_GUILESS_MAIN(TestPageDate)
#include "tst_pagedate.moc"
