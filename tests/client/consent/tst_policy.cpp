#include "client/consent/policy.h"

#include <QTest>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(20, 0), Qt::UTC);

std::optional<Result<ConsentRecord>> answered(const Answer &answer, const std::optional<Pause> &pause = {})
{
    return Result<ConsentRecord>(ConsentRecord{answer, {}, pause});
}

/// A person at a screen who chose full.
PolicyInputs willing()
{
    PolicyInputs inputs;
    inputs.administrator.path = u"/etc/policy"_s;
    inputs.platformName = u"xcb"_s;
    inputs.record = {u"/home/record"_s, answered({Level::Full, 1, {}, now.addDays(-1), {}})};
    inputs.dictionary = 1;
    inputs.now = now;
    return inputs;
}

PolicyInputs unasked()
{
    PolicyInputs inputs = willing();
    inputs.record.content.reset();
    return inputs;
}

} // namespace

class TestPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAnswerDecidesWhenNothingElseDoes()
    {
        const EffectiveLevel effective = Policy::evaluate(willing());
        QCOMPARE(effective.level, Level::Full);
        QVERIFY(!effective.ask && !effective.fixed);
    }
    void asksOnlyAPersonWithoutAnAnswer()
    {
        QVERIFY(Policy::evaluate(unasked()).ask);
        QCOMPARE(Policy::evaluate(unasked()).level, Level::None);
    }
    void variables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("level");
        const auto row = [](const char *name, const char *value, Level level) {
            QTest::addRow("%s=%s", name, value)
                << QString::fromLatin1(name) << QString::fromLatin1(value) << int(level);
        };
        row("NAPARI_TELEMETRY", "0", Level::None);
        row("NAPARI_TELEMETRY", "none", Level::None);
        row("NAPARI_TELEMETRY", "basic", Level::Basic);
        row("NAPARI_TELEMETRY", "middle", Level::Middle);
        row("NAPARI_TELEMETRY", "full", Level::Full);
        row("NAPARI_TELEMETRY", "", Level::Full);
        row("NAPARI_TELEMETRY", "1", Level::None);
        row("NAPARI_TELEMETRY", "yes", Level::None);
        row("NAPARI_TELEMETRY", "Full", Level::None);
        row("DO_NOT_TRACK", "1", Level::None);
        row("DO_NOT_TRACK", "true", Level::None);
        row("DO_NOT_TRACK", "0", Level::Full);
        row("DO_NOT_TRACK", "", Level::Full);
        row("CI", "true", Level::None);
        row("CI", "false", Level::Full);
    }
    void variables()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(int, level);
        PolicyInputs inputs = willing();
        inputs.environment.insert(name, value);
        const EffectiveLevel effective = Policy::evaluate(inputs);
        QCOMPARE(int(effective.level), level);
        if (level < int(Level::Full))
            QVERIFY2(effective.reason.contains(name), qPrintable(effective.reason));
        if (effective.level == Level::None) {
            QVERIFY(effective.fixed);
            inputs.record.content.reset();
            QVERIFY(!Policy::evaluate(inputs).ask);
        }
    }
    void administrators_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("ask");
        QTest::newRow("says nothing") << R"({"schema":1})"_ba << int(Level::Full) << true;
        QTest::newRow("caps") << R"({"schema":1,"maximum_level":"basic"})"_ba << int(Level::Basic) << true;
        QTest::newRow("forbids") << R"({"schema":1,"maximum_level":"none"})"_ba << int(Level::None) << false;
        QTest::newRow("forbids asking") << R"({"schema":1,"may_ask":false})"_ba << int(Level::Full) << false;
        QTest::newRow("unknown level") << R"({"schema":1,"maximum_level":"all"})"_ba << int(Level::None) << false;
        QTest::newRow("unknown setting") << R"({"schema":1,"force":"full"})"_ba << int(Level::None) << false;
        QTest::newRow("newer schema") << R"({"schema":2,"maximum_level":"full"})"_ba << int(Level::None) << false;
        QTest::newRow("text for a flag") << R"({"schema":1,"may_ask":"no"})"_ba << int(Level::None) << false;
        QTest::newRow("text for a fact") << R"({"schema":1,"shared_home":"yes"})"_ba << int(Level::None) << false;
        QTest::newRow("a number for a fact") << R"({"schema":1,"keeps_home":1})"_ba << int(Level::None) << false;
        QTest::newRow("facts raise nothing")
            << R"({"schema":1,"maximum_level":"none","shared_home":true,"keeps_home":true})"_ba << int(Level::None)
            << false;
        QTest::newRow("facts") << R"({"schema":1,"shared_home":true,"keeps_home":true})"_ba << int(Level::Full) << true;
        QTest::newRow("damaged") << R"({"schema":)"_ba << int(Level::None) << false;
    }
    void administrators()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, level);
        QFETCH(bool, ask);
        PolicyInputs inputs = willing();
        inputs.administrator.content = administratorPolicyFromJson(json);
        QCOMPARE(int(Policy::evaluate(inputs).level), level);
        if (level < int(Level::Full))
            QVERIFY(Policy::evaluate(inputs).reason.contains("/etc/policy"_L1));
        inputs.record.content.reset();
        QCOMPARE(Policy::evaluate(inputs).ask, ask);
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
    }
    void anUnreadableFileMeansNone()
    {
        PolicyInputs inputs = willing();
        inputs.administrator.content = Result<AdministratorPolicy>(Error{Error::Code::Io, u"permission denied"_s});
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        inputs = willing();
        inputs.record.content = Result<ConsentRecord>(Error{Error::Code::Io, u"permission denied"_s});
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QVERIFY(Policy::evaluate(inputs).reason.contains("/home/record"_L1));
    }
    void sessionsWithoutAPerson_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<AnswerKeeping>("keeping");
        QTest::newRow("offscreen") << u"offscreen"_s << AnswerKeeping::Kept;
        QTest::newRow("minimal") << u"minimal"_s << AnswerKeeping::Kept;
        QTest::newRow("nothing persists") << u"xcb"_s << AnswerKeeping::NoFolder;
    }
    void sessionsWithoutAPerson()
    {
        QFETCH(QString, platform);
        QFETCH(AnswerKeeping, keeping);
        for (PolicyInputs inputs : {willing(), unasked()}) {
            inputs.platformName = platform;
            inputs.keeping = keeping;
            QCOMPARE(Policy::evaluate(inputs).level, Level::None);
            QVERIFY(!Policy::evaluate(inputs).ask);
        }
    }
    void inAContainerThatIsThrownAwayNobodyIsAsked_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("thrownAway");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("off");
        const QString folder = u"/home/ada/.config/napari"_s;
        QTest::newRow("no container") << QString() << QString() << QByteArray() << false;
        QTest::newRow("a home of its own") << u"docker"_s << QString() << QByteArray() << false;
        QTest::newRow("thrown away") << u"docker"_s << folder << QByteArray() << true;
        QTest::newRow("a policy that says nothing") << u"docker"_s << folder << R"({"schema":1})"_ba << true;
        QTest::newRow("the other fact") << u"docker"_s << folder << R"({"schema":1,"shared_home":true})"_ba << true;
        QTest::newRow("not kept") << u"docker"_s << folder << R"({"schema":1,"keeps_home":false})"_ba << true;
        QTest::newRow("kept, says the administrator")
            << u"docker"_s << folder << R"({"schema":1,"keeps_home":true})"_ba << false;
        QTest::newRow("an unreadable policy keeps nothing")
            << u"docker"_s << folder << R"({"keeps_home":true})"_ba << true;
    }
    void inAContainerThatIsThrownAwayNobodyIsAsked()
    {
        QFETCH(QString, program);
        QFETCH(QString, thrownAway);
        QFETCH(QByteArray, json);
        QFETCH(bool, off);
        for (PolicyInputs inputs : {willing(), unasked()}) { // also with an answer that came with the image
            inputs.container = {program, thrownAway};
            if (!json.isEmpty())
                inputs.administrator.content = administratorPolicyFromJson(json);
            const PolicyReport report = Policy::report(inputs);
            QCOMPARE(report.effective.level == Level::None, off || !inputs.record.content);
            QCOMPARE(report.effective.ask, !off && !inputs.record.content);
            QCOMPARE(report.effective.fixed, off);
            const bool readable = !inputs.administrator.content || inputs.administrator.content->ok();
            if (off && readable) {
                QVERIFY2(report.effective.reason.contains(thrownAway), qPrintable(report.effective.reason));
                QVERIFY2(report.effective.reason.contains(program), qPrintable(report.effective.reason));
            }
        }
    }
    void aSharedHomeIsHandedOnWithTheLevel()
    {
        PolicyInputs inputs = willing();
        QVERIFY(!Policy::evaluate(inputs).sharedHome);
        inputs.administrator.content = administratorPolicyFromJson(R"({"schema":1,"shared_home":true})");
        QVERIFY(Policy::evaluate(inputs).sharedHome);
        QCOMPARE(Policy::evaluate(inputs).level, Level::Full);
    }
    void aFolderThatCantBeWrittenIsNotAskedIn()
    {
        PolicyInputs inputs = unasked();
        inputs.keeping = AnswerKeeping::ReadOnly;
        QVERIFY(!Policy::evaluate(inputs).ask);
        QVERIFY(Policy::evaluate(inputs).reason.contains("/home/record"_L1));
        inputs = willing(); // an answer that is there counts
        inputs.keeping = AnswerKeeping::ReadOnly;
        QCOMPARE(Policy::evaluate(inputs).level, Level::Full);
    }
    void aLimitInTimeEndsWithoutAQuestion()
    {
        PolicyInputs inputs = willing();
        inputs.record.content = answered({Level::Full, 1, {}, now, now.addSecs(1)});
        EffectiveLevel effective = Policy::evaluate(inputs);
        QCOMPARE(effective.level, Level::Full);
        QCOMPARE(effective.changesAt, now.addSecs(1));
        inputs.record.content = answered({Level::Full, 1, {}, now.addDays(-30), now});
        effective = Policy::evaluate(inputs);
        QCOMPARE(effective.level, Level::None);
        QCOMPARE(effective.cause, EffectiveLevel::Cause::Expired);
        QCOMPARE(effective.chosen, Level::Full);
        QVERIFY(!effective.ask && !effective.fixed);
    }
    void aPauseIsNoneUntilItEnds_data()
    {
        QTest::addColumn<std::optional<QDateTime>>("until");
        QTest::addColumn<int>("level");
        QTest::newRow("until resumed") << std::optional<QDateTime>() << int(Level::None);
        QTest::newRow("a second to go") << std::optional(now.addSecs(1)) << int(Level::None);
        QTest::newRow("ended") << std::optional(now) << int(Level::Full);
    }
    void aPauseIsNoneUntilItEnds()
    {
        QFETCH(std::optional<QDateTime>, until);
        QFETCH(int, level);
        PolicyInputs inputs = willing();
        inputs.record.content = answered({Level::Full, 1, {}, now, {}}, Pause{until});
        const EffectiveLevel effective = Policy::evaluate(inputs);
        QCOMPARE(int(effective.level), level);
        QCOMPARE(effective.chosen, Level::Full);
        QCOMPARE(effective.cause == EffectiveLevel::Cause::Paused, level == 0);
        QVERIFY(!effective.ask);
        if (level == 0)
            QCOMPARE(effective.changesAt, until);
    }
    void anEndInTimeComesDuringAPause_data()
    {
        QTest::addColumn<std::optional<QDateTime>>("until");
        QTest::addColumn<std::optional<QDateTime>>("expires");
        QTest::addColumn<std::optional<QDateTime>>("changes");
        const std::optional<QDateTime> none;
        const std::optional<QDateTime> soon = now.addSecs(1);
        const std::optional<QDateTime> later = now.addSecs(2);
        QTest::newRow("no end") << none << none << none;
        QTest::newRow("before it is resumed") << none << later << later;
        QTest::newRow("before the pause ends") << later << soon << soon;
        QTest::newRow("after the pause ends") << soon << later << soon;
    }
    void anEndInTimeComesDuringAPause()
    {
        QFETCH(std::optional<QDateTime>, until);
        QFETCH(std::optional<QDateTime>, expires);
        PolicyInputs inputs = willing();
        inputs.record.content = answered({Level::Full, 1, {}, now, expires}, Pause{until});
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Paused);
        QTEST(Policy::evaluate(inputs).changesAt, "changes");
        inputs.record.content = answered({Level::Full, 1, {}, now.addDays(-1), now}, Pause{until});
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Expired); // not paused any more
    }
    void aLimitAboveChangesNeitherAnEndNorAPause()
    {
        PolicyInputs inputs = willing();
        inputs.environment = {{u"NAPARI_TELEMETRY"_s, u"basic"_s}};
        inputs.record.content = answered({Level::Full, 1, {}, now.addDays(-30), now});
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Expired);
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        inputs.record.content = answered({Level::Full, 1, {}, now, {}}, Pause{});
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Paused);
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QCOMPARE(Policy::evaluate(inputs).maximum, Level::Basic);
    }
    void onlyADictionaryThatAddsAsksAgain()
    {
        PolicyInputs inputs = willing();
        inputs.dictionary = 2;
        inputs.adds = [](int since, Level level) { return since < 2 && level >= Level::Middle; };
        EffectiveLevel effective = Policy::evaluate(inputs); // of someone who chose full
        QCOMPARE(effective.level, Level::None);
        QCOMPARE(effective.cause, EffectiveLevel::Cause::Outdated);
        QCOMPARE(effective.answeredDictionary, 1);
        QVERIFY(effective.ask);
        inputs.record.content = answered({Level::Basic, 1, {}, now, {}}); // nothing new at basic
        effective = Policy::evaluate(inputs);
        QCOMPARE(effective.level, Level::Basic);
        QVERIFY(!effective.ask);
        inputs.record.content = answered({Level::None, 1, {}, now, {}}); // a no stays a no
        QVERIFY(!Policy::evaluate(inputs).ask);
        inputs.record.content = answered({Level::Full, 3, {}, now, {}}); // we do not know what it was about
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QVERIFY(!Policy::evaluate(inputs).ask);
    }
    void neverAskIsKeptForEveryEnvironment()
    {
        PolicyInputs inputs = unasked();
        inputs.user = {u"/home/user"_s, Result<UserChoice>(UserChoice{true})};
        QVERIFY(!Policy::evaluate(inputs).ask);
        QVERIFY(Policy::evaluate(inputs).reason.contains("/home/user"_L1));
        QVERIFY(!Policy::evaluate(inputs).fixed); // a choice in the menu is still possible
        inputs.record = willing().record;
        QCOMPARE(Policy::evaluate(inputs).level, Level::Full); // and an answer that was given here counts
        inputs.user.content = Result<UserChoice>(UserChoice{false});
        inputs.record.content.reset();
        QVERIFY(Policy::evaluate(inputs).ask);
        inputs.record = willing().record;
        inputs.user.content = Result<UserChoice>(Error{Error::Code::Invalid, u"damaged"_s});
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Unreadable);
        QVERIFY(!Policy::evaluate(inputs).fixed);
    }
    void theReportNamesEverySourceAndTheOneThatDecided_data()
    {
        QTest::addColumn<QString>("decider");
        for (const char *id : {"administrator", "DO_NOT_TRACK", "NAPARI_TELEMETRY", "session", "user", "record"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void theReportNamesEverySourceAndTheOneThatDecided()
    {
        QFETCH(QString, decider);
        PolicyInputs inputs = willing();
        if (decider == "administrator"_L1)
            inputs.administrator.content = Result<AdministratorPolicy>(AdministratorPolicy{Level::Basic, true});
        else if (decider == "DO_NOT_TRACK"_L1)
            inputs.environment.insert(decider, u"1"_s);
        else if (decider == "NAPARI_TELEMETRY"_L1)
            inputs.environment.insert(decider, u"middle"_s);
        else if (decider == "session"_L1)
            inputs.platformName = u"offscreen"_s;
        else if (decider == "user"_L1)
            inputs.user.content = Result<UserChoice>(Error{Error::Code::Io, u"no"_s});
        const PolicyReport report = Policy::report(inputs);
        QStringList ids;
        QStringList deciders;
        for (const PolicyFinding &finding : report.findings) {
            ids.append(finding.id);
            QVERIFY2(!finding.says.isEmpty(), qPrintable(finding.id));
            if (finding.decides)
                deciders.append(finding.id);
        }
        QCOMPARE(ids, QStringList({u"administrator"_s, u"DO_NOT_TRACK"_s, u"NAPARI_TELEMETRY"_s, u"session"_s,
                                   u"container"_s, u"user"_s, u"record"_s}));
        QCOMPARE(deciders, QStringList(decider));
    }
    void theMostRestrictiveDecidesHoweverManySpeak()
    {
        PolicyInputs inputs = willing();
        inputs.administrator.content = Result<AdministratorPolicy>(AdministratorPolicy{Level::Middle, true});
        inputs.environment.insert(u"NAPARI_TELEMETRY"_s, u"basic"_s);
        QVERIFY(Policy::evaluate(inputs).reason.contains("NAPARI_TELEMETRY"_L1));
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Limited);
        inputs.environment.insert(u"DO_NOT_TRACK"_s, u"1"_s);
        QVERIFY(Policy::evaluate(inputs).reason.contains("DO_NOT_TRACK"_L1));
        inputs.record.content = answered({Level::None, 1, {}, now, {}});
        inputs.environment.clear();
        QCOMPARE(Policy::evaluate(inputs).cause, EffectiveLevel::Cause::Chosen);
    }
    void noSourceRaisesTheLevel()
    {
        for (const Level consented : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
            for (const Level administrator : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
                for (const Level variable : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
                    PolicyInputs inputs = willing();
                    inputs.record.content = answered({consented, 1, {}, now, {}});
                    inputs.administrator.content =
                        Result<AdministratorPolicy>(AdministratorPolicy{administrator, true});
                    inputs.environment.insert(u"NAPARI_TELEMETRY"_s, levelName(variable));
                    QCOMPARE(Policy::evaluate(inputs).level, std::min({consented, administrator, variable}));
                }
            }
        }
    }
    void aNoThatIsKeptElsewhereSaysSo()
    {
        PolicyInputs inputs = willing();
        inputs.record.content = answered({Level::None, 1, {}, now.addDays(-1), {}});
        const QString plain = Policy::evaluate(inputs).reason;
        inputs.isRefusal = true;
        const EffectiveLevel effective = Policy::evaluate(inputs);
        QCOMPARE(effective.level, Level::None);
        QVERIFY(!effective.ask && !effective.fixed);
        QVERIFY(effective.reason != plain && effective.reason.contains("could not be saved"_L1));
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
