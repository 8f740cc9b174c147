#include "platform/disk/policystore.h"

#include <QTest>

using namespace Telemetry;

class TestPolicyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The same words as in docs/administrators.md; what is in it is tested in tst_administratorsource.
    void itIsOnePlaceOfTheSystemThatUsersCanNotWrite()
    {
        const PolicyStore store = policyStore();
#ifdef __linux__
        QCOMPARE(store.where, QStringLiteral("/etc/napari/telemetry-policy.json"));
        QVERIFY(!store.settings); // a file in JSON
#else
        QVERIFY(!store.where.isEmpty() && store.settings);
#endif
    }
};

QTEST_GUILESS_MAIN(TestPolicyStore)
#include "tst_policystore.moc"
