#include "client/collect/identity.h"
#include "client/consent/consentrecord.h"
#include "client/consent/policy.h"
#include "client/spool/disk/erasingmark.h"
#include "client/spool/seen.h"
#include "client/spool/useline.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/publicstrings.h"
#include "fuzz/mutate.h"
#include "host/settings/hostsettings.h"
#include "support/values.h"

#include <QDir>

#include <functional>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// What a parser makes of an input: nothing when it refuses, else what it must make of that again.
using Parser = std::function<std::optional<QByteArray>(const QByteArray &)>;

struct Fuzzed
{
    QByteArrayList seeds;
    Parser parse;
    int cost = 1; ///< how many times as long as the others an input takes
};

template<typename T> std::optional<QByteArray> again(const Result<T> &read, QByteArray (*write)(const T &))
{
    if (!read)
        return std::nullopt;
    return write(read.value());
}

Event use(const QString &command)
{
    return TestSupport::event(u"command", TestSupport::command(command, u"1"_s));
}

QByteArray journalOf(const Uses &uses)
{
    QByteArray journal;
    for (int i = 0; i < uses.uses.size(); ++i)
        journal += useLine(i, uses.uses[i]);
    return journal;
}

QByteArray seenBytes()
{
    Seen seen;
    Event event = TestSupport::event(u"user", {});
    seen.noteRecorded(u"mine"_s, event);
    seen.take(u"mine"_s, event, u"env"_s);
    event = TestSupport::event(u"napari", TestSupport::dictionary().topic(u"napari")->example, u"2027-W01");
    seen.take(u"other"_s, event, u"env"_s);
    seen.expire(event.week().plusWeeks(20));
    return seen.toJson(QByteArray(Limits::reporterBytes, 's'));
}

const QMap<QString, Fuzzed> &parsers()
{
    static const Week week = TestSupport::week(u"2026-W47");
    static const QMap<QString, Fuzzed> all = {
        {u"journal"_s,
         {{useLine(0, use(u"napari.a"_s)) + useLine(1, use(u"napari.b"_s)) + useAgainLine(0) + useAgainLine(1),
           useLine(7, TestSupport::event(u"layer-size", TestSupport::dictionary().topic(u"layer-size")->example))},
          [](const QByteArray &bytes) { return std::optional(journalOf(usesOf(bytes))); }}},
        {u"identity"_s,
         {{identityToJson({week, QByteArray(32, 's'), {{week, 1}}}),
           identityToJson({week.plusWeeks(9), QByteArray(32, '\xfe'), {{week, 2}, {week.plusWeeks(9), 1}}})},
          [](const QByteArray &bytes) { return again(identityFromJson(bytes), identityToJson); }}},
        {u"public plugins"_s,
         {{R"({"plugins": {"napari-svg": ["0.2.1", "0.1.10"], "a": ["1.0rc1"], "b": []}})"},
          [](const QByteArray &bytes) -> std::optional<QByteArray> {
              const auto read = PublicStrings::load(bytes);
              if (read) {
                  for (const QString &name : read.value().plugins())
                      (void)read.value().releases(name).size();
              }
              return std::nullopt;
          }}},
        {u"json object"_s,
         {{"{\"a\":{\"b\":[{\"c\":1},{\"c\":\"\\\\\\\"\"}],\"\\u0064\":null},\"e\":\"\\ud83d\\ude00\"}",
           "{\"a\":1,\"\\u0062\":2}", eventBytes(TestSupport::event(u"user", {}))},
          [](const QByteArray &bytes) { return again(parseJsonObject(bytes, Limits::eventBytes), canonicalJson); }}},
        {u"dictionary"_s,
         {{TestSupport::dictionary().source()},
          [](const QByteArray &bytes) -> std::optional<QByteArray> {
              const auto read = DataDictionary::load(bytes);
              if (!read)
                  return std::nullopt;
              for (const TopicDefinition &topic : read.value().topics())
                  (void)topic.schema.validate(topic.example);
              return read.value().source();
          },
          20}},
        {u"consent record"_s,
         {{consentRecordToJson(
              {{Level::Full, 1, QByteArray(64, 'a'), QDateTime(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC),
                QDateTime(QDate(2027, 1, 1), QTime(9, 0), Qt::UTC)},
               {{Level::None, 1, QByteArray(64, 'b'), QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC),
                 std::nullopt}},
               Pause{QDateTime(QDate(2026, 11, 19), QTime(9, 0), Qt::UTC)}})},
          [](const QByteArray &bytes) { return again(consentRecordFromJson(bytes), consentRecordToJson); }}},
        {u"erasing"_s,
         {{erasingToJson({}),
           erasingToJson({{u"plugin"_s, QByteArray(16, '\x5a')}, {u"command"_s, QByteArray(16, '\xff')}})},
          [](const QByteArray &bytes) { return again(erasingFromJson(bytes), erasingToJson); }}},
        {u"user's choice"_s,
         {{userChoiceToJson({true}), userChoiceToJson({false})},
          [](const QByteArray &bytes) { return again(userChoiceFromJson(bytes), userChoiceToJson); }}},
        {u"event"_s,
         {{eventBytes(TestSupport::event(u"user", {})), eventBytes(use(u"napari.a"_s))},
          [](const QByteArray &bytes) { return again(eventFromBytes(bytes), eventBytes); }}},
        {u"seen"_s,
         {{seenBytes()},
          [](const QByteArray &bytes) {
              const auto read = Seen::fromJson(bytes);
              return read ? std::optional(read.value().first.toJson(read.value().second)) : std::nullopt;
          }}},
        {u"settings"_s,
         {{"raw = \"/a\"\nlisten = \"[::1]:1\" # here\naggregates = '/b'\npublic = \"\"\"/c\"\"\"\n"},
          [](const QByteArray &bytes) -> std::optional<QByteArray> {
              (void)readHostSettings(bytes, u"settings.toml"_s).ok();
              return std::nullopt;
          }}},
        {u"policy"_s,
         {{R"({"schema": 1, "maximum_level": "basic", "may_ask": false})", R"({"schema": 1})",
           R"({"schema": 1, "shared_home": true, "keeps_home": false})"},
          [](const QByteArray &bytes) -> std::optional<QByteArray> {
              (void)administratorPolicyFromJson(bytes).ok();
              return std::nullopt;
          }}},
    };
    return all;
}

} // namespace

/// What reads files that others may have damaged or written never crashes, and reads what it has written.
/// Deterministic; `TELEMETRY_FULL` tries a hundred times as many inputs. An input that made trouble once goes into
/// findings/, in a folder named after its parser, and is tried for ever.
class TestParsers : public QObject
{
    Q_OBJECT
private:
    static void tryInput(const Parser &parse, const QByteArray &input)
    {
        const auto written = parse(input);
        if (written)
            QCOMPARE(parse(*written), written);
    }
private Q_SLOTS:
    void nothingCrashes_data()
    {
        QTest::addColumn<QString>("parser");
        for (const QString &name : parsers().keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    void nothingCrashes()
    {
        QFETCH(QString, parser);
        const Fuzzed &fuzzed = parsers()[parser];
        for (const QByteArray &seed : fuzzed.seeds)
            tryInput(fuzzed.parse, seed);
        const QDir findings(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/tests/fuzz/findings/"_s + parser);
        for (const QFileInfo &info : findings.entryInfoList(QDir::Files))
            tryInput(fuzzed.parse, TestSupport::resource(info.filePath()));
        const int rounds = (qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 1'000'000 : 10'000) / fuzzed.cost;
        std::mt19937 random(1);
        for (int round = 0; round < rounds; ++round) {
            const QByteArray input = TestSupport::mutated(fuzzed.seeds, random);
            tryInput(fuzzed.parse, input);
            if (QTest::currentTestFailed()) {
                qInfo("the input: %s", input.toHex().constData());
                return;
            }
        }
    }
    void theSeedsAreRead_data() { nothingCrashes_data(); }
    void theSeedsAreRead()
    {
        QFETCH(QString, parser);
        if (parser == u"policy"_s || parser == u"public plugins"_s || parser == u"settings"_s)
            return; // no text comes back
        for (const QByteArray &seed : parsers()[parser].seeds)
            QVERIFY(parsers()[parser].parse(seed).has_value());
    }
};

QTEST_GUILESS_MAIN(TestParsers)
#include "tst_parsers.moc"
