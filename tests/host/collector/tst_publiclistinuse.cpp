#include "host/collector/publiclistinuse.h"

#include "support/publiclists.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicListInUse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoAskedKeepsWhatTheyGot()
    {
        PublicListInUse inUse(readPublicList(TestSupport::publicList({"a"})).value());
        const SharedPublicList old = inUse.current();
        inUse.replace(readPublicList(TestSupport::publicList({"b"})).value());
        QVERIFY(old->strings.hasPlugin(u"a"_s));
        QVERIFY(inUse.current()->strings.hasPlugin(u"b"_s));
        QVERIFY(!inUse.current()->strings.hasPlugin(u"a"_s));
    }
};

QTEST_GUILESS_MAIN(TestPublicListInUse)
#include "tst_publiclistinuse.moc"
