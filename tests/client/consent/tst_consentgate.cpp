#include "client/consent/consentgate.h"

#include <QTest>

#include <type_traits>

using namespace Telemetry;

// Nothing but the gate makes a grant.
static_assert(!std::is_default_constructible_v<Grant>);
static_assert(!std::is_constructible_v<Grant, Level>);
static_assert(!std::is_aggregate_v<Grant>);
static_assert(std::is_copy_constructible_v<Grant>);

class TestConsentGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void grantsWhatIsAllowed()
    {
        for (const Level level : sendingLevels()) {
            EffectiveLevel effective;
            effective.level = level;
            QCOMPARE(ConsentGate::grantFor(effective)->level(), level);
        }
    }
    void grantsNothingForNone() { QVERIFY(!ConsentGate::grantFor({}).has_value()); }
};

QTEST_GUILESS_MAIN(TestConsentGate)
#include "tst_consentgate.moc"
