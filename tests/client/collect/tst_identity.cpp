#include "client/collect/identity.h"

#include "contract/limits.h"
#include "contract/reporter.h"

#include "support/vectors.h"

#include <QJsonArray>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

Week week(QStringView text)
{
    return Week::fromString(text).value();
}

/// Draws 'A' * 32, 'B' * 32, …
struct Source
{
    int drawn = 0;
    SecretSource function()
    {
        return [this] { return QByteArray(Limits::secretBytes, static_cast<char>('A' + drawn++)); };
    }
};

Identity identityOf(QStringView text)
{
    return {week(text), QByteArray(Limits::secretBytes, 'x'), {{week(text), 1}}};
}

QByteArray ratcheted(QByteArray secret, int weeks)
{
    for (int i = 0; i < weeks; ++i)
        secret = nextSecret(secret);
    return secret;
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// They were made by Python's hmac and datetime.
    void agreesWithThePublishedVectors_data()
    {
        QTest::addColumn<QJsonArray>("steps");
        for (const QJsonValue &row : TestSupport::vectors(u"identity.json"_s)["cases"_L1].toArray())
            QTest::newRow(qPrintable(row["case"_L1].toString())) << row["steps"_L1].toArray();
    }
    void agreesWithThePublishedVectors()
    {
        QFETCH(QJsonArray, steps);
        Source source;
        std::optional<Identity> identity;
        for (const QJsonValue &step : steps) {
            const QString event = step["event"_L1].toString();
            if (!event.isEmpty()) {
                identity = event == "send"_L1 ? std::optional(withSending(*identity))
                                              : emptied(identity, event.contains("another environment"_L1));
                QCOMPARE(identity ? QJsonDocument::fromJson(identityToJson(*identity)).object() : QJsonObject(),
                         step["identity"_L1].toObject());
                continue;
            }
            const auto next = advanced(identity, week(step["clock"_L1].toString()), source.function());
            QCOMPARE(next.ok(), !step["identity"_L1].isNull());
            if (next)
                identity = next.value();
            if (next)
                QCOMPARE(QJsonDocument::fromJson(identityToJson(*identity)).object(), step["identity"_L1].toObject());
            QCOMPARE(source.drawn, step["drawn"_L1].toInt());
        }
    }
    /// Whatever the clock does (but for a tour of many weeks), no week sees a third secret.
    void noWeekSeesAThirdSecret()
    {
        Source source;
        std::optional<Identity> identity;
        QMap<QString, QSet<QByteArray>> secrets;
        const QList<int> jumps{0, 10, -3, 200, 10, 0, -300, 1, 0, 10, 200, -3, 10, 0, 200, -300, 1, 2, 10, 0};
        for (const int jump : jumps + jumps + jumps) {
            const auto next = advanced(identity, week(u"2026-W47").plusWeeks(jump), source.function());
            if (!next)
                continue;
            identity = next.value();
            secrets[identity->week.toString()].insert(identity->secret);
        }
        QVERIFY(secrets.size() > 5);
        for (const QSet<QByteArray> &ofWeek : secrets)
            QVERIFY(ofWeek.size() <= 2);
    }
    /// A backup is of an earlier week: it goes on to the same secrets, so nobody is counted twice.
    void aRestoredBackupLeadsToTheSameSecrets()
    {
        Source source;
        const Identity old = identityOf(u"2026-W40");
        const Week now = week(u"2027-W02");
        const auto kept = advanced(advanced(old, week(u"2026-W45"), source.function()).value(), now, source.function());
        const auto restored = advanced(identityFromJson(identityToJson(old)).value(), now, source.function());
        QCOMPARE(restored.value().secret, kept.value().secret);
        QCOMPARE(source.drawn, 0);
    }
    void afterANoAWeekThatWasSentIsClosedToTheNextOne()
    {
        Source source;
        const Week now = week(u"2026-W47");
        const auto left = emptied(withSending(identityOf(u"2026-W47")), false);
        QVERIFY(left.has_value());
        QVERIFY(left->secret.isEmpty());
        const auto again = identityFromJson(identityToJson(*left));
        QVERIFY(again.ok());
        QVERIFY(again.value() == *left);
        const auto closed = advanced(again.value(), now, source.function());
        QVERIFY(!closed.ok());
        QVERIFY(closed.error().code == Error::Code::Closed);
        const auto next = advanced(again.value(), now.plusWeeks(1), source.function());
        QVERIFY(next.ok());
        QCOMPARE(next.value().secret, QByteArray(32, 'A')); // does not derive from the one before
    }
    void afterANoNothingIsLeftOfWhatNobodySaw()
    {
        QVERIFY(!emptied(identityOf(u"2026-W47"), false).has_value());
        QVERIFY(!emptied(std::nullopt, true).has_value());
        QVERIFY(emptied(identityOf(u"2026-W47"), true).has_value());
    }
    void theFirstOneIsDrawn()
    {
        Source source;
        const auto identity = advanced(std::nullopt, week(u"2026-W47"), source.function());
        QVERIFY(identity.ok());
        QCOMPARE(source.drawn, 1);
        QCOMPARE(identity.value().secret, QByteArray(32, 'A'));
    }
    void ratchets_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("steps");
        QTest::newRow("same week") << u"2026-W47"_s << u"2026-W47"_s << 0;
        QTest::newRow("next week") << u"2026-W47"_s << u"2026-W48"_s << 1;
        QTest::newRow("a holiday") << u"2026-W47"_s << u"2026-W51"_s << 4;
        QTest::newRow("52 to 53") << u"2026-W52"_s << u"2026-W53"_s << 1;
        QTest::newRow("53 to 01") << u"2026-W53"_s << u"2027-W01"_s << 1;
        QTest::newRow("52 to 01 in a short year") << u"2025-W52"_s << u"2026-W01"_s << 1;
        QTest::newRow("across a long year") << u"2026-W52"_s << u"2027-W01"_s << 2;
        QTest::newRow("two years") << u"2024-W01"_s << u"2025-W52"_s << 103;
        QTest::newRow("the last week that is followed") << u"2024-W01"_s << u"2026-W01"_s << 104;
    }
    void ratchets()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, steps);
        Source source;
        const Identity before = identityOf(from);
        const auto after = advanced(before, week(to), source.function());
        QVERIFY(after.ok());
        QCOMPARE(source.drawn, 0);
        QCOMPARE(after.value().week.toString(), to);
        QCOMPARE(after.value().secret, ratcheted(before.secret, steps));
    }
    void weekByWeekAndAtOnceAreTheSame()
    {
        Source source;
        std::optional<Identity> slow = identityOf(u"2026-W40");
        for (int i = 1; i <= 20; ++i)
            slow = advanced(slow, week(u"2026-W40").plusWeeks(i), source.function()).value();
        const Identity atOnce =
            advanced(identityOf(u"2026-W40"), week(u"2026-W40").plusWeeks(20), source.function()).value();
        QCOMPARE(slow->secret, atOnce.secret);
        QCOMPARE(slow->week, atOnce.week);
        QCOMPARE(slow->uses.size(), Limits::rememberedWeeks); // no longer list than that
    }
    void drawsANewSecretWhenTheClockIsOff_data()
    {
        QTest::addColumn<int>("weeks");
        QTest::newRow("105 weeks ahead") << 105;
        QTest::newRow("ten years ahead") << 520;
        QTest::newRow("2 weeks behind") << -2;
        QTest::newRow("105 weeks behind") << -105;
    }
    void drawsANewSecretWhenTheClockIsOff()
    {
        QFETCH(int, weeks);
        Source source;
        const Identity before = identityOf(u"2026-W47");
        const Week now = before.week.plusWeeks(weeks);
        const auto after = advanced(before, now, source.function());
        QVERIFY(after.ok());
        QCOMPARE(source.drawn, 1);
        QCOMPARE(after.value().secret, QByteArray(32, 'A'));
        QVERIFY(after.value().week == now);
        QCOMPARE(after.value().uses, (QList<Identity::Use>{{before.week, 1}, {now, 1}}));
    }
    void oneWeekBehindKeepsTheIdentityAndItsWeek_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("now");
        QTest::newRow("plain") << u"2026-W47"_s << u"2026-W46"_s;
        QTest::newRow("over the end of a long year") << u"2027-W01"_s << u"2026-W53"_s;
    }
    void oneWeekBehindKeepsTheIdentityAndItsWeek()
    {
        QFETCH(QString, last);
        QFETCH(QString, now);
        Source source;
        const auto after = advanced(identityOf(last), week(now), source.function());
        QVERIFY(after.ok());
        QVERIFY(after.value() == identityOf(last));
        QCOMPARE(source.drawn, 0);
    }
    void aWeekIsCountedAtMostTwiceWhenTheClockJumpsBackAndForth()
    {
        Source source;
        const Week now = week(u"2026-W47");
        std::optional<Identity> identity = identityOf(u"2026-W47");
        identity = advanced(identity, now.plusWeeks(10), source.function()).value();
        identity = advanced(identity, now, source.function()).value(); // the second secret of this week
        identity = advanced(identity, now.plusWeeks(10), source.function()).value();
        const auto third = advanced(identity, now, source.function());
        QVERIFY(!third.ok());
        QCOMPARE(source.drawn, 1);
        QVERIFY(advanced(identity, now.plusWeeks(1), source.function()).ok()); // and the next week is well again
    }
    void anEmptySecretIsNeverUsed()
    {
        const auto identity = advanced(std::nullopt, week(u"2026-W47"), [] { return QByteArray(); });
        QVERIFY(!identity.ok());
        QVERIFY(identity.error().code == Error::Code::Io);
    }
    void fileGoesThereAndBack()
    {
        const Identity identity{week(u"2027-W01"),
                                QByteArray::fromHex("00ff").repeated(16),
                                {{week(u"2026-W50"), 2, true}, {week(u"2027-W01"), 1}}};
        const auto read = identityFromJson(identityToJson(identity));
        QVERIFY(read.ok());
        QVERIFY(read.value() == identity);
    }
    void refusesDamage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        const QByteArray good = identityToJson(identityOf(u"2026-W47"));
        const int invalid = static_cast<int>(Error::Code::Invalid);
        QTest::newRow("empty") << QByteArray() << invalid;
        QTest::newRow("cut") << good.chopped(1) << invalid;
        QTest::newRow("zeros") << QByteArray(200, '\0') << invalid;
        QTest::newRow("short secret") << QByteArray(good).replace("7878\"", "78\"") << invalid;
        QTest::newRow("upper case secret") << QByteArray(good).replace("\"7878", "\"7A78") << invalid;
        QTest::newRow("no hexadecimal") << QByteArray(good).replace("\"7878", "\"zz78") << invalid;
        QTest::newRow("week 53 of a short year") << QByteArray(good).replace("2026-W47", "2025-W53") << invalid;
        QTest::newRow("no secret in a week") << QByteArray(good).replace("\"secrets\":1", "\"secrets\":0") << invalid;
        QTest::newRow("three secrets") << QByteArray(good).replace("\"secrets\":1", "\"secrets\":3") << invalid;
        QTest::newRow("no uses") << QByteArray(good).replace("[{\"secrets\":1,\"sent\":false,\"week\":\"2026-W47\"}]",
                                                             "[]")
                                 << invalid;
        QTest::newRow("uses of other weeks")
            << QByteArray(good).replace("false,\"week\":\"2026-W47\"}", "false,\"week\":\"2026-W46\"}") << invalid;
        QTest::newRow("a field more in a use")
            << QByteArray(good).replace("\"secrets\":1", "\"a\":1,\"secrets\":1") << invalid;
        QTest::newRow("a field more") << QByteArray(good).replace("{\"", "{\"a\":1,\"") << invalid;
        QTest::newRow("sent is no word") << QByteArray(good).replace("false", "\"no\"") << invalid;
        QTest::newRow("a secret that is no text")
            << QByteArray(good).replace('"' + QByteArray(32, 'x').toHex() + '"', "0") << invalid;
        QTest::newRow("older schema") << QByteArray(good).replace("\"schema\":4", "\"schema\":3") << invalid;
        QTest::newRow("newer schema") << QByteArray(good).replace("\"schema\":4", "\"schema\":5")
                                      << static_cast<int>(Error::Code::Unsupported);
        QTest::newRow("too big") << good + QByteArray(Limits::identityFileBytes, ' ')
                                 << static_cast<int>(Error::Code::TooLarge);
    }
    void refusesDamage()
    {
        QFETCH(QByteArray, json);
        const auto read = identityFromJson(json);
        QVERIFY(!read.ok());
        QTEST(static_cast<int>(read.error().code), "code");
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
