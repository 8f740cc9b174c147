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
    void whatWasRecordedBeforeStaysAsFarAsItIsCovered()
    {
        const QDateTime first(QDate(2026, 11, 16), QTime(10, 0), Qt::UTC);
        const auto answer = [&](int day, Level level) { return Answer{level, 1, {}, first.addDays(day), {}}; };
        EffectiveLevel effective;
        effective.level = Level::Full;
        effective.answered = first.addDays(3);
        effective.unbroken = {answer(1, Level::Full), answer(2, Level::Middle), answer(3, Level::Full)};
        const auto grant = ConsentGate::grantFor(effective);
        QCOMPARE(grant->heldSince(first), Level::None); // a no came after it
        QCOMPARE(grant->heldSince(first.addDays(1)), Level::Middle);
        QCOMPARE(grant->heldSince(first.addDays(2)), Level::Middle);
        QCOMPARE(grant->heldSince(first.addDays(3)), Level::Full);
        QCOMPARE(grant->heldSince({}), Level::None);
        effective.level = Level::Basic; // a policy caps it
        QCOMPARE(ConsentGate::grantFor(effective)->heldSince(first.addDays(3)), Level::Basic);
        // An answer that was put back counts from when it was put back.
        effective.level = Level::Full;
        effective.unbroken = {answer(1, Level::Full), answer(2, Level::Basic), answer(1, Level::Full)};
        QCOMPARE(ConsentGate::grantFor(effective)->heldSince(first.addDays(1)), Level::Full);
        QCOMPARE(ConsentGate::grantFor(effective)->heldSince(first.addDays(2)), Level::Basic);
    }
};

QTEST_GUILESS_MAIN(TestConsentGate)
#include "tst_consentgate.moc"
