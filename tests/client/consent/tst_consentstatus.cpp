#include "client/consent/consentstatus.h"

#include <QSet>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

using State = ConsentStatus::State;
using Cause = EffectiveLevel::Cause;

class TestConsentStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<ConsentStatus>("status");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Level level, Cause cause, const Activity &activity, const QString &note,
                            State state, const QString &words) {
            ConsentStatus status;
            status.effective.level = level;
            status.effective.cause = cause;
            status.effective.chosen = Level::Full;
            status.effective.reason = u"the reason"_s;
            status.activity = activity;
            status.note = note;
            QTest::newRow(name) << status << state << words;
        };
        const Activity idle;
        const Activity growing{3, 0, false, {}, {}, {}};
        const Activity waiting{3, 0, false, {}, {}, {}, false, 2};
        const Activity unreachable{3, 0, true, {}, {}, {}};
        const Activity broken{3, 0, false, u"The disk is full."_s, {}, {}};
        row("off", Level::None, Cause::Chosen, idle, {}, State::Off, u"Telemetry: off"_s);
        row("not asked", Level::None, Cause::NotAsked, idle, {}, State::Off, u"Telemetry: off"_s);
        row("a variable", Level::None, Cause::Variable, idle, {}, State::Off, u"Telemetry: off"_s);
        row("basic", Level::Basic, Cause::Chosen, idle, {}, State::Basic, u"Telemetry: basic"_s);
        row("middle", Level::Middle, Cause::Limited, idle, {}, State::Middle, u"Telemetry: middle"_s);
        row("full", Level::Full, Cause::Chosen, idle, {}, State::Full, u"Telemetry: full"_s);
        row("waiting", Level::Basic, Cause::Chosen, waiting, {}, State::Waiting,
            u"Telemetry: basic, waiting to send"_s);
        row("only growing, or held", Level::Basic, Cause::Chosen, growing, {}, State::Basic, u"Telemetry: basic"_s);
        row("off, though something waits", Level::None, Cause::Chosen, waiting, {}, State::Off, u"Telemetry: off"_s);
        row("unreachable", Level::Full, Cause::Chosen, unreachable, {}, State::Unreachable,
            u"Telemetry: full, can't reach the server"_s);
        row("paused", Level::None, Cause::Paused, waiting, {}, State::Paused, u"Telemetry: full, paused"_s);
        row("administrator", Level::None, Cause::Administrator, idle, {}, State::Administrator,
            u"Telemetry: off, stopped by administrator"_s);
        row("expired", Level::None, Cause::Expired, idle, {}, State::Attention, u"Telemetry: off, needs attention"_s);
        row("unreadable", Level::None, Cause::Unreadable, idle, {}, State::Attention,
            u"Telemetry: off, needs attention"_s);
        row("outdated, and nobody is asked", Level::None, Cause::Outdated, idle, {}, State::Attention,
            u"Telemetry: off, needs attention"_s);
        row("a note", Level::None, Cause::Chosen, idle, u"It failed."_s, State::Attention,
            u"Telemetry: off, needs attention"_s);
        row("a problem", Level::Basic, Cause::Chosen, broken, {}, State::Attention,
            u"Telemetry: basic, needs attention"_s);
    }
    void aNetworkFolderIsSaidAndIsNoFault()
    {
        ConsentStatus status;
        status.effective.level = Level::Full;
        QVERIFY(!status.explanation().contains("on a network"_L1));
        status.activity.onNetwork = true;
        QVERIFY(status.explanation().contains("on a network"_L1));
        QCOMPARE(status.state(), State::Full);
        status.effective.level = Level::None;
        QVERIFY(!status.explanation().contains("on a network"_L1));
    }
    void states()
    {
        QFETCH(ConsentStatus, status);
        QFETCH(State, state);
        QFETCH(QString, words);
        QCOMPARE(status.state(), state);
        QCOMPARE(status.words(), words);
        QVERIFY(status.explanation().startsWith("the reason"_L1));
        QVERIFY(status.explanation().contains(status.note));
        QVERIFY(status.explanation().contains(status.activity.problem));
    }
    void aRefusedPackageNeedsAttention()
    {
        ConsentStatus status;
        status.effective.cause = Cause::Chosen;
        status.refused = true;
        QCOMPARE(status.state(), State::Attention);
    }
    void aQuestionThatIsDueIsNoFault()
    {
        ConsentStatus status;
        status.effective.cause = Cause::Outdated;
        status.effective.ask = true;
        QCOMPARE(status.state(), State::Off);
    }
};

QTEST_GUILESS_MAIN(TestConsentStatus)
#include "tst_consentstatus.moc"
