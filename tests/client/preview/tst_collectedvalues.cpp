#include "client/preview/collectedvalues.h"

#include "support/values.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCollectedValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areThoseOfTheLatestPeriodEachOnce()
    {
        CollectedValues values;
        const auto add = [&](const QString &name, QStringView week) {
            values.add(TestSupport::event(u"plugin", TestSupport::plugin(name, u"1.0"_s), week));
        };
        add(u"old"_s, u"2026-W44");
        add(u"b"_s, u"2026-W47");
        add(u"a"_s, u"2026-W47");
        add(u"older"_s, u"2026-W39");
        QCOMPARE(values.of(u"plugin"_s, u"name"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(values.of(u"plugin"_s, u"version"_s), QStringList{u"1.0"_s});
        QVERIFY(values.of(u"plugin"_s, u"other"_s).isEmpty());
        QVERIFY(values.of(u"command"_s, u"command"_s).isEmpty());
        values.add(TestSupport::event(u"user", {}));
        QCOMPARE(values.of(u"user"_s, u"first_in"_s), QStringList{u"ever"_s});
        QVERIFY(values.of(u"plugin"_s, u"first_in"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCollectedValues)
#include "tst_collectedvalues.moc"
