#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/request.h"
#include "fuzz/fuzzed.h"
#include "host/certificate/certificate.h"
#include "host/certificate/publishedfigures.h"
#include "host/collector/eraserequest.h"
#include "host/collector/headerrules.h"
#include "host/collector/jsonrules.h"
#include "host/collector/publiclist.h"
#include "host/collector/requestvalidator.h"
#include "host/history/secretkey.h"
#include "host/raw/disk/publishedmonths.h"
#include "host/settings/hostsettings.h"
#include "support/events.h"
#include "support/histories.h"
#include "support/publiclists.h"
#include "support/publishedfolder.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::again;

namespace {

QByteArrayList batches()
{
    QByteArrayList seeds;
    for (const Level level : sendingLevels()) {
        QList<Event> events;
        for (const TopicDefinition *topic : TestSupport::dictionary().topicsOfLevel(level))
            events.append(TestSupport::eventOf(topic->topic));
        seeds.append(TestSupport::batch(events));
    }
    return seeds;
}

QByteArray batchOf(const DecodedBatch &batch)
{
    return canonicalJson({{u"dictionary"_s, batch.dictionary}, {u"events"_s, batch.events}});
}

/// What the collector takes of a request, at each level. What it has taken once it takes again, whole.
std::optional<QByteArray> takenOf(const QByteArray &bytes)
{
    static const RequestValidator validator(TestSupport::dictionary(), TestSupport::publicStrings());
    for (const Level level : sendingLevels()) {
        const auto validated = validator.validate(level, bytes, TestSupport::now());
        if (validated && !validated.value().accepted.isEmpty())
            return TestSupport::batch(validated.value().accepted);
    }
    return std::nullopt;
}

QByteArray erasingOf(const EraseRequest &request)
{
    return eraseRequest({}, Level::Basic, request.period, request.reporters).body;
}

/// What is sound is so in its plainest form, too: names in small letters, nothing around values.
std::optional<QByteArray> plainHeaderOf(const QByteArray &header)
{
    if (refusalOfHeader(header))
        return std::nullopt;
    QByteArrayList lines;
    for (const QByteArray &line : QByteArray(header).replace("\r\n", "\n").split('\n')) {
        const qsizetype colon = lines.isEmpty() ? -1 : line.indexOf(':');
        QByteArray value = line.mid(colon + 1);
        while (colon >= 0 && (value.startsWith(' ') || value.startsWith('\t')))
            value.remove(0, 1);
        lines.append(colon < 0 ? line : line.left(colon).toLower() + ':' + value);
    }
    return lines.join("\r\n");
}

/// A text that some reader could not hold.
bool isNoText(const QString &text)
{
    return !text.isValidUtf16() || text.contains(QChar(0));
}

bool isNoText(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return std::any_of(list.begin(), list.end(), [](const QJsonValue &entry) { return isNoText(entry); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (isNoText(it.key()) || isNoText(it.value()))
            return true;
    }
    return value.isString() && isNoText(value.toString());
}

std::optional<QByteArray> strictJsonOf(const QByteArray &bytes)
{
    const auto read = parseJsonObject(bytes, Limits::requestBytes);
    if (!read || refusalOfJson(bytes))
        return std::nullopt;
    if (isNoText(QJsonValue(read.value())))
        QTest::qFail("it was not refused", __FILE__, __LINE__);
    return canonicalJson(read.value());
}

QByteArray settingsOf(const QMap<QString, QString> &settings)
{
    QByteArray toml;
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        QByteArray value;
        for (const char c : it.value().toUtf8()) {
            const bool isPlain = static_cast<uchar>(c) >= ' ' && c != '"' && c != '\\' && c != '\x7f';
            value += isPlain ? QByteArray(1, c) : "\\u00" + QByteArray(1, c).toHex();
        }
        toml += it.key().toUtf8() + " = \"" + value + "\"\n";
    }
    return toml;
}

/// Other lines than these would have another hash, and their signatures another meaning: so most are refused.
std::optional<QByteArray> historyOf(const QByteArray &bytes)
{
    HistoryChain chain;
    (void)chain.takeAll(bytes).ok();
    if (chain.bytes().isEmpty())
        return std::nullopt;
    if (!bytes.startsWith(chain.bytes()))
        QTest::qFail("it took other lines than there are", __FILE__, __LINE__);
    return chain.bytes();
}

QByteArrayList historyLines()
{
    QByteArrayList lines = TestSupport::smallHost().chain.bytes().split('\n');
    lines.removeLast(); // behind the last line feed
    return lines;
}

QByteArray keysOf(const HistoryKeys &keys)
{
    return keys.bytes();
}

QByteArray indexOf(const QStringList &periods)
{
    return canonicalJson({{u"weeks"_s, QJsonArray::fromStringList(periods)},
                          {u"months"_s, QJsonArray()},
                          {u"releases"_s, QJsonArray()}});
}

QByteArray publishedMonthsOf(const QList<Period> &months)
{
    QByteArray lines;
    for (const Period &month : months) {
        if (!month.isMonth())
            QTest::qFail("a week would be deleted", __FILE__, __LINE__);
        lines += month.toString().toUtf8() + '\n';
    }
    return lines;
}

/// A month's numbers, in a folder whose history says that they are what they must be.
std::optional<QByteArray> publishedOf(const QByteArray &bytes)
{
    TestSupport::PublishedFolder folder;
    folder.release(u"2026-01"_s, u"napari-svg"_s, 40, u"2026-12-01"_s);
    folder.files[u"periods/2026-01.json"_s] = bytes;
    folder.addLine(HistoryKind::DrawAgain, u"2026-12-02"_s, {u"periods/2026-01.json"_s});
    const auto figures = PublishedFigures::open(folder);
    const auto month = figures.value().month(u"napari-svg"_s, u"2026-01"_s);
    if (!month || !month.value() || !month.value()->figure)
        return std::nullopt;
    const PeopleWithin &number = month.value()->figure->number;
    if (number.low < 0 || number.low > number.people || number.people > number.high)
        QTest::qFail("a number outside its interval", __FILE__, __LINE__);
    return bytes;
}

const TestSupport::Parsers &parsers()
{
    static const TestSupport::Parsers all = {
        {u"batch"_s, {batches(), [](const QByteArray &bytes) { return again(BatchCodec::decode(bytes), batchOf); }, 2}},
        {u"request"_s, {batches(), takenOf, 10}},
        {u"erase request"_s,
         {{erasingOf({*Period::fromString(u"2026-W47"), {TestSupport::reporter('a')}}),
           erasingOf({*Period::fromString(u"2026-11"), {TestSupport::reporter('a'), TestSupport::reporter('\xff')}})},
          [](const QByteArray &bytes) { return again(decodeEraseRequest(bytes), erasingOf); }}},
        {u"header"_s,
         {{requestHead(eventsRequest({}, Level::Basic, 1, {"{}"_ba})),
           "POST / HTTP/1.1\r\nHost:\ta\r\nTransfer-Encoding: Chunked\r\n\r\n"_ba, "GET / HTTP/1.0\r\n\r\n"_ba},
          plainHeaderOf}},
        {u"strict json"_s,
         {{batches().first(), R"({"\ud83d\ude00":"\"\\\/\b\f\n\r\t\u00e4","a":[-1.5e2,0,{"b":[true,null]}]})"_ba},
          strictJsonOf}},
        {u"loaded public list"_s,
         {{TestSupport::publicList({"napari-svg", "a"})},
          [](const QByteArray &bytes) -> std::optional<QByteArray> {
              const auto list = readPublicList(bytes);
              if (!list)
                  return std::nullopt;
              (void)greatLoss(TestSupport::publicStrings(), list.value()->strings);
              for (const char16_t *version : {u"0.9.3", u"0.10.0", u"1.0.0", u"0..", u"0.9.post"})
                  (void)list.value()->strings.versions().allows(u"napari"_s, QString::fromUtf16(version));
              return list.value()->bytes;
          }}},
        {u"published months"_s,
         {{"2026-11\n"_ba, "2026-12\n2026-10\n2026-11\n"_ba},
          [](const QByteArray &bytes) { return again(PublishedMonths::parse(bytes), publishedMonthsOf); }}},
        {u"certificate"_s,
         {{TestSupport::resource(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/tests/vectors/certificate.json"_s)},
          [](const QByteArray &bytes) { return again(readCertificate(bytes), certificateBytes); },
          2}},
        {u"published numbers"_s,
         {{TestSupport::PublishedFolder::numbers(
              u"2026-01"_s,
              {TestSupport::PublishedFolder::row(u"a"_s, 60), TestSupport::PublishedFolder::row(u"napari-svg"_s, 40)})},
          publishedOf,
          2}},
        {u"settings"_s,
         {{"raw = \"/a\"\nlisten = \"[::1]:1\" # here\naggregates = '/b'\npublic = \"\"\"/c\"\"\"\n"_ba,
           settingsOf({{u"raw"_s, u"\"\\\n\u00e4\u007f"_s}})},
          [](const QByteArray &bytes) { return again(readHostSettings(bytes, u"settings.toml"_s), settingsOf); }}},
        {u"history"_s, {{TestSupport::smallHost().chain.bytes()}, historyOf, 2}},
        {u"history line"_s,
         {historyLines(), [](const QByteArray &bytes) { return again(readHistoryLine(bytes), lineOf); }}},
        {u"history head"_s,
         {{bytesOf(TestSupport::smallHost().signedHead({})), bytesOf(TestSupport::smallHost().signedHead({0, 1}))},
          [](const QByteArray &bytes) { return again(readHistoryHead(bytes), bytesOf); }}},
        {u"history keys"_s,
         {{TestSupport::smallHost().chain.keys().bytes(), TestSupport::rotatedHost().chain.keys().bytes()},
          [](const QByteArray &bytes) { return again(HistoryKeys::read(bytes), keysOf); }}},
        {u"index of periods"_s,
         {{TestSupport::smallHost().published({})[u"index.json"_s]},
          [](const QByteArray &bytes) { return again(releasedPeriods(bytes), indexOf); }}},
        {u"secret key"_s,
         {{secretKeyLine(TestSupport::signingKeys(0)), secretKeyLine(TestSupport::signingKeys(1)).chopped(1)},
          [](const QByteArray &bytes) { return again(readSecretKeyLine(bytes), secretKeyLine); }}},
    };
    return all;
}

} // namespace

/// What the collector is sent, what its operator writes, and what others show of the public files: nothing crashes it,
/// and what it has read it reads again.
class TestHostParsers : public QObject
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

QTEST_GUILESS_MAIN(TestHostParsers)
#include "tst_hostparsers.moc"
