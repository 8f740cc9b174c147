#include "client/collect/identity.h"
#include "client/consent/consentrecord.h"
#include "client/consent/policy.h"
#include "client/spool/disk/erasingmark.h"
#include "client/spool/seen.h"
#include "client/spool/useline.h"
#include "contract/batchcodec.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/publicstrings.h"
#include "fuzz/fuzzed.h"
#include "support/values.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::again;

namespace {

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

QByteArray publicListOf(const PublicStrings &strings)
{
    QStringList commands = strings.napariCommands().values();
    commands.sort();
    QJsonObject plugins;
    QJsonObject pluginCommands;
    for (const QString &name : strings.plugins()) {
        plugins[name] = QJsonArray::fromStringList(strings.releases(name));
        pluginCommands[name] = QJsonArray::fromStringList(strings.commands(name));
    }
    QJsonObject versions;
    for (const QString &product : strings.versions().products())
        versions[product] = QJsonArray::fromStringList(strings.versions().releases(product));
    return canonicalJson({{u"plugins"_s, plugins},
                          {u"plugin_commands"_s, pluginCommands},
                          {u"versions"_s, versions},
                          {u"napari_commands"_s, QJsonArray::fromStringList(commands)}});
}

QByteArray policyOf(const AdministratorPolicy &policy)
{
    return canonicalJson({{u"schema"_s, 1},
                          {u"maximum_level"_s, levelName(policy.maximum)},
                          {u"may_ask"_s, policy.mayAsk},
                          {u"shared_home"_s, policy.sharedHome},
                          {u"keeps_home"_s, policy.keepsHome}});
}

const TestSupport::Parsers &parsers()
{
    static const Week week = TestSupport::week(u"2026-W47");
    static const TestSupport::Parsers all = {
        {u"journal"_s,
         {{useLine(0, use(u"napari.a"_s)) + useLine(1, use(u"napari.b"_s)) + useAgainLine(0) + useAgainLine(1),
           useLine(7, TestSupport::event(u"layer-size", TestSupport::dictionary().topic(u"layer-size")->example))},
          [](const QByteArray &bytes) { return std::optional(journalOf(usesOf(bytes))); }}},
        {u"identity"_s,
         {{identityToJson({week, QByteArray(32, 's'), {{week, 1}}}),
           identityToJson({week.plusWeeks(9), QByteArray(32, '\xfe'), {{week, 2}, {week.plusWeeks(9), 1}}})},
          [](const QByteArray &bytes) { return again(identityFromJson(bytes), identityToJson); }}},
        {u"public plugins"_s,
         {{R"({"plugins": {"napari-svg": ["0.2.1", "0.1.10"], "a": ["1.0rc1"], "b": []},)"
           R"("plugin_commands": {"napari-svg": ["napari-svg.x:y", "Napari_svg.z"], "a": ["a.b"]},)"
           R"("versions": {"napari": ["0.9.2", "0.4.19.post1"], "ubuntu": ["24.04"]}, "napari_commands": ["napari.a"]})"},
          [](const QByteArray &bytes) { return again(PublicStrings::load(bytes), publicListOf); }}},
        {u"answer"_s,
         {{BatchCodec::encodeAnswer({}), BatchCodec::encodeAnswer({{0, u"the week is closed"_s}, {7, u"\"\\"_s}})},
          [](const QByteArray &bytes) { return again(BatchCodec::decodeAnswer(bytes, 8), BatchCodec::encodeAnswer); }}},
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
        {u"policy"_s,
         {{R"({"schema": 1, "maximum_level": "basic", "may_ask": false})", R"({"schema": 1})",
           R"({"schema": 1, "shared_home": true, "keeps_home": false})"},
          [](const QByteArray &bytes) { return again(administratorPolicyFromJson(bytes), policyOf); }}},
    };
    return all;
}

} // namespace

/// What reads files that others may have damaged or written never crashes, and reads what it has written.
class TestParsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingCrashes_data() { TestSupport::nameEach(parsers()); }
    void nothingCrashes()
    {
        QFETCH(QString, parser);
        TestSupport::fuzz(parser, parsers()[parser]);
    }
    void theSeedsAreRead_data() { TestSupport::nameEach(parsers()); }
    void theSeedsAreRead()
    {
        QFETCH(QString, parser);
        TestSupport::readSeeds(parsers()[parser]);
    }
};

QTEST_GUILESS_MAIN(TestParsers)
#include "tst_parsers.moc"
