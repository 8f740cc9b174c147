#include "host/pages/badge.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBadge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAPictureWithWords()
    {
        const QByteArray drawn = badge(u"installed by"_s, u"1,230 <people>"_s);
        QVERIFY(drawn.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        QVERIFY(drawn.contains("aria-label=\"installed by: 1,230 &lt;people&gt;\""));
        QVERIFY(!drawn.contains("<people>") && !drawn.contains("<script") && !drawn.contains("href"));
    }
};

QTEST_GUILESS_MAIN(TestBadge)
#include "tst_badge.moc"
