#include "host/aggregate/publicperiod.h"

#include "support/releases.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicPeriod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isBelowPeriods()
    {
        QCOMPARE(publicPeriodPath(*Period::fromString(u"2026-W40"_s)), u"periods/2026-W40.json"_s);
        QCOMPARE(publicPeriodPath(*Period::fromString(u"2026-10"_s)), u"periods/2026-10.json"_s);
    }
    /// To the last byte: hosts have published them, and histories name their hashes.
    void theBytesStayTheSame()
    {
        QCOMPARE(publicPeriod(TestSupport::twoReleases().last()),
                 R"({"dictionary":1,"period":"2026-W42","rounding":5,"tables":[)"
                 R"({"dimensions":["napari_version"],"rows":[],"sigma":3,"table":"napari-versions","threshold":20,)"
                 R"("topic":"napari","within":8},)"
                 R"({"dimensions":[],"rows":[{"key":[],"people":45}],"sigma":3,"table":"users","threshold":20,)"
                 R"("topic":"user","within":8}]})"
                 "\n"_ba);
    }
};

QTEST_GUILESS_MAIN(TestPublicPeriod)
#include "tst_publicperiod.moc"
