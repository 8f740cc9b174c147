#include "consent/policy.h"

#include <QTest>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(20, 0), Qt::UTC);

/// A person at a screen who chose full.
PolicyInputs willing()
{
    PolicyInputs inputs;
    inputs.administrator.path = u"/etc/policy"_s;
    inputs.platformName = u"xcb"_s;
    inputs.record = {u"/home/record"_s, Result<ConsentRecord>(ConsentRecord{Level::Full, 1, {}, now.addDays(-1), {}})};
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
        QTest::addColumn<bool>("persists");
        QTest::newRow("offscreen") << u"offscreen"_s << true;
        QTest::newRow("minimal") << u"minimal"_s << true;
        QTest::newRow("nothing persists") << u"xcb"_s << false;
    }
    void sessionsWithoutAPerson()
    {
        QFETCH(QString, platform);
        QFETCH(bool, persists);
        for (PolicyInputs inputs : {willing(), unasked()}) {
            inputs.platformName = platform;
            inputs.personsSession = persists;
            QCOMPARE(Policy::evaluate(inputs).level, Level::None);
            QVERIFY(!Policy::evaluate(inputs).ask);
        }
    }
    void aLimitInTimeEndsWithoutAQuestion()
    {
        PolicyInputs inputs = willing();
        ConsentRecord record = inputs.record.content->value();
        record.expires = now.addSecs(1);
        inputs.record.content = Result<ConsentRecord>(record);
        QCOMPARE(Policy::evaluate(inputs).level, Level::Full);
        record.expires = now;
        inputs.record.content = Result<ConsentRecord>(record);
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QVERIFY(!Policy::evaluate(inputs).ask);
    }
    void anotherDictionaryMeansNone()
    {
        PolicyInputs inputs = willing();
        inputs.dictionary = 2; // ours is newer: it may send more
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QVERIFY(Policy::evaluate(inputs).ask);
        ConsentRecord record = inputs.record.content->value();
        record.dictionary = 3; // the answer is newer: we do not know what it was about
        inputs.record.content = Result<ConsentRecord>(record);
        QCOMPARE(Policy::evaluate(inputs).level, Level::None);
        QVERIFY(!Policy::evaluate(inputs).ask);
        record.dictionary = 1;
        record.level = Level::None; // a no stays a no
        inputs.record.content = Result<ConsentRecord>(record);
        QVERIFY(!Policy::evaluate(inputs).ask);
    }
    void noSourceRaisesTheLevel()
    {
        for (const Level consented : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
            for (const Level administrator : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
                for (const Level variable : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
                    PolicyInputs inputs = willing();
                    inputs.record.content = Result<ConsentRecord>(ConsentRecord{consented, 1, {}, now, {}});
                    inputs.administrator.content =
                        Result<AdministratorPolicy>(AdministratorPolicy{administrator, true});
                    inputs.environment.insert(u"NAPARI_TELEMETRY"_s, levelName(variable));
                    QCOMPARE(Policy::evaluate(inputs).level, std::min({consented, administrator, variable}));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
