#include "client/spool/disk/sqlitespool.h"

#include "contract/limits.h"
#include "support/grants.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

namespace {

const QString duplicate = u"napari.layer.duplicate"_s;

QByteArray allFilesOf(const QString &folder)
{
    QByteArray all;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QDateTime utc(const QString &day)
{
    return QDateTime(QDate::fromString(day, Qt::ISODate), QTime(0, 0), Qt::UTC);
}

} // namespace

class TestSqliteSpool : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteSpool> m_spool;

    std::unique_ptr<SqliteSpool> open(Level level = Level::Full)
    {
        auto spool = SqliteSpool::open(ConsentGate::forTest(level), TestSupport::dictionary(),
                                       m_folder->filePath(u"spool.sqlite"_s));
        if (!spool)
            qFatal("%ls", qUtf16Printable(spool.error().detail));
        return std::move(spool).value();
    }
    [[nodiscard]] QList<SpooledEvent> events() const { return m_spool->events().value(); }
    bool recordExample(QStringView topic, QStringView week = u"2026-W47")
    {
        return m_spool->record(TestSupport::event(topic, TestSupport::dictionary().topic(topic)->example, week)).ok();
    }
    bool recordCommand(const QString &countClass, const QString &name = duplicate)
    {
        return m_spool->record(TestSupport::event(u"command", TestSupport::command(name, countClass))).ok();
    }
    /// Hands over what is pending, and has it accepted.
    void sendAll()
    {
        for (const Level level : sendingLevels()) {
            const auto leaving = m_spool->beginSending(m_spool->pending(level).value());
            QVERIFY(leaving.ok());
            QVERIFY(m_spool->markSent(leaving.value()).ok());
        }
    }
    /// One statement by a connection of its own, as another process would.
    bool runElsewhere(const QString &sql)
    {
        bool done = false;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_folder->filePath(u"spool.sqlite"_s));
            done = other.open() && QSqlQuery(other).exec(sql);
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        return done;
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_spool = open();
    }
    void cleanup() { m_spool.reset(); }

    void keepsTheBytesThatAreSent()
    {
        QVERIFY(recordExample(u"napari"));
        const QList<SpooledEvent> all = events();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].bytes,
                 eventBytes(TestSupport::event(u"napari", TestSupport::dictionary().topic(u"napari")->example)));
        QVERIFY(all[0].level == Level::Basic && all[0].state == State::Pending && all[0].reason.isEmpty());
        m_spool.reset();
        m_spool = open();
        QCOMPARE(events().size(), 1);
        QCOMPARE(events()[0].bytes, all[0].bytes);
    }
    void listsByLevelTopicPeriodAndBytes()
    {
        for (QStringView week : {u"2026-W47", u"2026-W44"}) {
            for (QStringView topic : {u"layer-size", u"command", u"plugin", u"napari"})
                QVERIFY(recordExample(topic, week));
        }
        QStringList order;
        for (const SpooledEvent &spooled : events())
            order.append(spooled.event.topic + u' ' + spooled.event.period.toString());
        QCOMPARE(order, (QStringList{u"napari 2026-W44"_s, u"napari 2026-W47"_s, u"plugin 2026-10"_s,
                                     u"plugin 2026-11"_s, u"command 2026-10"_s, u"command 2026-11"_s,
                                     u"layer-size 2026-10"_s, u"layer-size 2026-11"_s}));
        QCOMPARE(m_spool->pending(Level::Full).value().size(), 4);
        QCOMPARE(m_spool->pending(Level::Basic).value().size(), 2);
    }
    void theSameReporterIsMerged()
    {
        QVERIFY(recordCommand(u"10-99"_s));
        QVERIFY(recordCommand(u"1"_s));
        QCOMPARE(events().size(), 1);
        QCOMPARE(events()[0].event.value["count_class"_L1].toString(), u"10-99"_s);
        QVERIFY(recordCommand(u"100+"_s));
        QCOMPARE(events().size(), 1);
        QCOMPARE(events()[0].event.value["count_class"_L1].toString(), u"100+"_s);
    }
    void whatWasSentIsNotSentTwice()
    {
        QVERIFY(recordCommand(u"2-9"_s));
        QVERIFY(m_spool->markSent(events()).ok());
        QVERIFY(recordCommand(u"2-9"_s));
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(events()[0].state == State::Sent);
        QVERIFY(m_spool->pending(Level::Full).value().isEmpty());
        QVERIFY(recordCommand(u"10-99"_s)); // more than the collector knows
        QCOMPARE(m_spool->pending(Level::Full).value().size(), 1);
    }
    void whatChangedWhileItWasSentStaysPending()
    {
        QVERIFY(recordCommand(u"1"_s));
        const QList<SpooledEvent> inFlight = m_spool->pending(Level::Full).value();
        QVERIFY(recordCommand(u"2-9"_s));
        QVERIFY(m_spool->markSent(inFlight).ok());
        QVERIFY(events()[0].state == State::Pending);
        QVERIFY(m_spool->markRefused(inFlight[0], u"closed"_s).ok());
        QVERIFY(events()[0].state == State::Pending);
    }
    void refusedIsKeptWithItsReasonUntilItChanges()
    {
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(m_spool->markRefused(events()[0], u"'quoted'; DROP TABLE event"_s).ok());
        QVERIFY(events()[0].state == State::Refused);
        QCOMPARE(events()[0].reason, u"'quoted'; DROP TABLE event"_s);
        QVERIFY(m_spool->pending(Level::Full).value().isEmpty());
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(events()[0].state == State::Refused);
        QVERIFY(recordCommand(u"2-9"_s));
        QVERIFY(events()[0].state == State::Pending && events()[0].reason.isEmpty());
    }
    void aReceiptIsNotTurnedIntoARefusal()
    {
        QVERIFY(recordCommand(u"1"_s));
        const SpooledEvent pending = events()[0];
        QVERIFY(m_spool->markSent({pending}).ok());
        QVERIFY(m_spool->markRefused(pending, QString()).ok());
        QVERIFY(events()[0].state == State::Sent);
    }
    void whatGoesOutHasAReceiptFirst()
    {
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(events()[0].receipt.isEmpty());
        const auto leaving = m_spool->beginSending(m_spool->pending(Level::Full).value());
        QCOMPARE(leaving.value().size(), 1);
        QVERIFY(events()[0].state == State::Pending);
        QCOMPARE(events()[0].receipt, events()[0].bytes);
        QCOMPARE(m_spool->status().value(), (SpoolStatus{1, 1}));
    }
    void onlyWhatIsStillPendingMayBeSent_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::newRow("changed") << u"UPDATE event SET bytes = x'00'"_s;
        QTest::newRow("deleted") << u"DELETE FROM event"_s;
        QTest::newRow("sent") << u"UPDATE event SET state = 'sent'"_s;
        QTest::newRow("refused") << u"UPDATE event SET state = 'refused'"_s;
        QTest::newRow("erased") << u"UPDATE event SET state = 'erased', bytes = x''"_s;
    }
    void onlyWhatIsStillPendingMayBeSent()
    {
        QFETCH(QString, meanwhile);
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(recordExample(u"layer-size"));
        const QList<SpooledEvent> pending = m_spool->pending(Level::Full).value();
        QVERIFY(runElsewhere(meanwhile + u" WHERE topic = 'command'"_s));
        const auto leaving = m_spool->beginSending(pending);
        QVERIFY(leaving.ok());
        QCOMPARE(leaving.value().size(), 1);
        QCOMPARE(leaving.value()[0].event.topic, u"layer-size"_s);
    }
    void whatDidNotLeaveHasTheReceiptOfBefore_data()
    {
        QTest::addColumn<bool>("sentBefore");
        QTest::newRow("never sent") << false;
        QTest::newRow("sent before it changed") << true;
    }
    void whatDidNotLeaveHasTheReceiptOfBefore()
    {
        QFETCH(bool, sentBefore);
        QVERIFY(recordCommand(u"1"_s));
        if (sentBefore)
            sendAll();
        const QByteArray before = events()[0].receipt;
        QCOMPARE(before.isEmpty(), !sentBefore);
        QVERIFY(recordCommand(u"2-9"_s));
        const auto leaving = m_spool->beginSending(m_spool->pending(Level::Full).value());
        QVERIFY(events()[0].receipt != before);
        QVERIFY(m_spool->undoSending(leaving.value()).ok());
        QCOMPARE(events()[0].receipt, before);
        QVERIFY(events()[0].state == State::Pending);
    }
    void aRefusalLeavesTheReceiptOfWhatWasTaken_data() { whatDidNotLeaveHasTheReceiptOfBefore_data(); }
    void aRefusalLeavesTheReceiptOfWhatWasTaken()
    {
        QFETCH(bool, sentBefore);
        QVERIFY(recordCommand(u"1"_s));
        if (sentBefore)
            sendAll();
        const QByteArray before = events()[0].receipt;
        QVERIFY(recordCommand(u"2-9"_s));
        const auto leaving = m_spool->beginSending(m_spool->pending(Level::Full).value());
        QVERIFY(m_spool->markRefused(leaving.value()[0], u"closed"_s).ok());
        QVERIFY(events()[0].state == State::Refused);
        QCOMPARE(events()[0].receipt, before);
    }
    void whatChangedAfterItWasSentKeepsItsReceipt()
    {
        QVERIFY(recordCommand(u"1"_s));
        sendAll();
        const QByteArray sent = events()[0].bytes;
        QVERIFY(recordCommand(u"2-9"_s));
        QCOMPARE(m_spool->status().value(), (SpoolStatus{1, 1}));
        QCOMPARE(events()[0].receipt, sent);
        QVERIFY(m_spool->purgeAbove(Level::None).ok()); // what is pending goes, what the collector has is remembered
        QCOMPARE(m_spool->status().value(), (SpoolStatus{0, 1}));
        QVERIFY(events()[0].state == State::Sent);
        QCOMPARE(events()[0].bytes, sent);
        QVERIFY(!allFilesOf(m_folder->path()).contains("2-9"));
    }
    void whatWasErasedIsNotRecordedAgain()
    {
        QVERIFY(recordCommand(u"1"_s));
        sendAll();
        QVERIFY(runElsewhere(u"UPDATE event SET state = 'erased', bytes = x'', receipt = x''"_s));
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(recordCommand(u"100+"_s));
        QVERIFY(events().isEmpty());
        QVERIFY(m_spool->pending(Level::Full).value().isEmpty());
        QCOMPARE(m_spool->status().value(), SpoolStatus());
        QVERIFY(recordCommand(u"1"_s, u"napari.another"_s)); // the others are
        QCOMPARE(events().size(), 1);
        QVERIFY(m_spool->purgeAbove(Level::None).ok()); // and the mark stays
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(events().isEmpty());
    }
    void whatAnotherProcessErasedWhileItWasSentIsAReceiptAgain()
    {
        QVERIFY(recordCommand(u"1"_s));
        const QList<SpooledEvent> inFlight = m_spool->pending(Level::Full).value();
        QVERIFY(runElsewhere(u"UPDATE event SET state = 'erased', bytes = x'', receipt = x''"_s));
        QVERIFY(m_spool->markSent(inFlight).ok());
        QVERIFY(events()[0].state == State::Sent);
        QCOMPARE(events()[0].receipt, inFlight[0].bytes);
    }
    void countsWithoutReadingEvents()
    {
        QCOMPARE(m_spool->status().value(), SpoolStatus());
        QVERIFY(recordExample(u"napari"));
        QVERIFY(recordExample(u"plugin"));
        sendAll();
        QVERIFY(recordCommand(u"1"_s));
        QCOMPARE(m_spool->status().value(), (SpoolStatus{1, 2}));
    }
    void refuses_data()
    {
        QTest::addColumn<int>("granted");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("value");
        const QJsonObject plugin = TestSupport::dictionary().topic(u"plugin")->example;
        QTest::newRow("above the grant") << static_cast<int>(Level::Basic) << u"plugin"_s << plugin;
        QTest::newRow("unknown topic") << static_cast<int>(Level::Full) << u"location"_s << plugin;
        QTest::newRow("value of another topic") << static_cast<int>(Level::Full) << u"command"_s << plugin;
    }
    void refuses()
    {
        QFETCH(int, granted);
        QFETCH(QString, topic);
        QFETCH(QJsonObject, value);
        m_spool.reset();
        m_spool = open(static_cast<Level>(granted));
        const Event event{topic, Period::monthOf(TestSupport::week(u"2026-W47")),
                          *Reporter::fromBytes(QByteArray(16, 'r')), value};
        QVERIFY(!m_spool->record(event).ok());
        QVERIFY(events().isEmpty());
    }
    void aMonthsFactIsRecordedOnce()
    {
        const auto plugin = [](const QString &version, QStringView week) {
            return TestSupport::event(u"plugin", TestSupport::plugin(u"napari-svg"_s, version), week);
        };
        QVERIFY(m_spool->record(plugin(u"0.2.1"_s, u"2026-W46")).ok());
        QVERIFY(m_spool->record(plugin(u"0.2.2"_s, u"2026-W46")).ok()); // updated in the same week
        QVERIFY(m_spool->record(plugin(u"0.3.0"_s, u"2026-W47")).ok()); // and in a later one, in silence
        QCOMPARE(events().size(), 1);
        QCOMPARE(events()[0].event.value[u"version"_s].toString(), u"0.2.2"_s);
        QCOMPARE(events()[0].event.week().toString(), u"2026-W46"_s);
        QVERIFY(!events()[0].bytes.contains("W46"));
        QVERIFY(m_spool->record(plugin(u"0.3.0"_s, u"2026-W49")).ok()); // of the next month
        QCOMPARE(events().size(), 2);
        // Neither what was sent nor what was erased comes a second time, and the file does not name what was erased.
        sendAll();
        QVERIFY(runElsewhere(u"UPDATE event SET state = 'erased', bytes = x'', receipt = x''"_s));
        QVERIFY(m_spool->record(plugin(u"0.3.0"_s, u"2026-W47")).ok());
        QVERIFY(events().isEmpty());
        QVERIFY(m_spool->expire(utc(u"2026-11-20"_s)).ok()); // empties the log
        QVERIFY(!allFilesOf(m_folder->path()).contains("napari-svg"));
        // With another key nobody can tell: at most one more.
        m_spool->setFactKey("another");
        QVERIFY(m_spool->record(plugin(u"0.3.0"_s, u"2026-W47")).ok());
        QCOMPARE(events().size(), 1);
    }
    void anEventOfAWeekIsRecordedEveryWeek()
    {
        for (QStringView week : {u"2026-W46", u"2026-W47"})
            QVERIFY(recordExample(u"napari", week));
        QCOMPARE(events().size(), 2);
    }
    void aMonthHoldsNoMoreThanTheCap()
    {
        const int cap = TestSupport::dictionary().topic(u"command")->cap;
        for (int i = 0; i < cap; ++i)
            QVERIFY(recordCommand(u"1"_s, u"napari.command_%1"_s.arg(i)));
        QVERIFY(m_spool->markSent(m_spool->pending(Level::Full).value()).ok()); // sent ones count, too
        const auto over = m_spool->record(TestSupport::event(u"command", TestSupport::command(duplicate, u"1"_s)));
        QVERIFY(!over.ok());
        QVERIFY(over.error().code == Error::Code::TooLarge);
        QCOMPARE(events().size(), cap);
        QVERIFY(recordCommand(u"2-9"_s, u"napari.command_0"_s)); // a known one may still grow
        const auto in = [](QStringView week) {
            return TestSupport::event(u"command", TestSupport::command(duplicate, u"1"_s), week);
        };
        QCOMPARE(m_spool->record(in(u"2026-W48")).error().code, Error::Code::TooLarge);
        QVERIFY(m_spool->record(in(u"2026-W49")).ok());
    }
    /// With a cap of 2, every order of five uses of three commands.
    void theCapAndTheGreatestClassHoldInEveryOrder()
    {
        QJsonObject json = QJsonDocument::fromJson(TestSupport::dictionary().source()).object();
        QJsonArray topics = json[u"topics"_s].toArray();
        for (QJsonValueRef topic : topics) {
            QJsonObject changed = topic.toObject();
            if (changed[u"topic"_s] == u"command"_s)
                changed[u"cap"_s] = 2;
            topic = changed;
        }
        json[u"topics"_s] = topics;
        const DataDictionary small = DataDictionary::load(QJsonDocument(json).toJson()).value();
        QCOMPARE(small.topic(u"command")->cap, 2);
        auto opened =
            SqliteSpool::open(ConsentGate::forTest(Level::Full), small, m_folder->filePath(u"small.sqlite"_s));
        QVERIFY(opened.ok());
        SqliteSpool &spool = *opened.value();
        const QList<std::pair<QString, QString>> uses{{u"napari.a"_s, u"1"_s},
                                                      {u"napari.a"_s, u"10-99"_s},
                                                      {u"napari.b"_s, u"2-9"_s},
                                                      {u"napari.b"_s, u"2-9"_s},
                                                      {u"napari.c"_s, u"100+"_s}};
        const QMap<QString, QString> greatest{
            {u"napari.a"_s, u"10-99"_s}, {u"napari.b"_s, u"2-9"_s}, {u"napari.c"_s, u"100+"_s}};
        QList<int> order{0, 1, 2, 3, 4};
        Week week = TestSupport::week(u"2026-W47");
        int orders = 0;
        do {
            week = week.plusWeeks(1); // each order in a week of its own
            QMap<QString, QString> expected;
            for (const int i : std::as_const(order)) {
                const auto &[command, countClass] = uses[i];
                const bool fits = expected.contains(command) || expected.size() < 2;
                const auto recorded = spool.record(
                    TestSupport::event(u"command", TestSupport::command(command, countClass), week.toString()));
                QCOMPARE(recorded.ok(), fits);
                if (fits)
                    expected[command] = greatest[command];
            }
            QMap<QString, QString> found;
            for (const SpooledEvent &spooled : spool.pending(Level::Full).value())
                found[spooled.event.value["command"_L1].toString()] = spooled.event.value["count_class"_L1].toString();
            QCOMPARE(found, expected);
            QVERIFY(spool.purgeAbove(Level::None).ok());
            ++orders;
        } while (std::next_permutation(order.begin(), order.end()));
        QCOMPARE(orders, 120);
    }
    /// Every order of four values of one reporter of each topic ends with the same bytes, also when all come twice.
    void everyTopicEndsWithTheSameBytesInEveryOrder_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QList<QJsonObject>>("values");
        const auto with = [](QStringView topic, const QList<QJsonObject> &changes) {
            QList<QJsonObject> values;
            for (const QJsonObject &change : changes) {
                QJsonObject value = TestSupport::dictionary().topic(topic)->example;
                for (auto it = change.begin(); it != change.end(); ++it)
                    value[it.key()] = it.value();
                values.append(value);
            }
            return values;
        };
        const QList<QJsonObject> classes{{{u"count_class"_s, u"1"_s}},
                                         {{u"count_class"_s, u"2-9"_s}},
                                         {{u"count_class"_s, u"10-99"_s}},
                                         {{u"count_class"_s, u"100+"_s}}};
        QTest::newRow("napari") << u"napari"_s
                                << with(u"napari", {{{u"napari_version"_s, u"0.9.2"_s}},
                                                    {{u"napari_version"_s, u"0.10.0"_s}},
                                                    {{u"napari_version"_s, u"0.10.0.post1"_s}},
                                                    {{u"napari_version"_s, u"dev"_s}}});
        QTest::newRow("system") << u"system"_s
                                << with(u"system", {{{u"os_version"_s, u"debian 12"_s}},
                                                    {{u"os_version"_s, u"ubuntu 24.04"_s}},
                                                    {{u"os"_s, u"macos"_s}, {u"os_version"_s, u"macos 15"_s}},
                                                    {{u"os"_s, u"other"_s}, {u"os_version"_s, u"other"_s}}});
        QTest::newRow("architecture") << u"architecture"_s
                                      << with(u"architecture", {{{u"cpu_architecture"_s, u"x86_64"_s}},
                                                                {{u"cpu_architecture"_s, u"arm64"_s}},
                                                                {{u"os"_s, u"macos"_s}},
                                                                {{u"os"_s, u"windows"_s}}});
        QTest::newRow("plugin") << u"plugin"_s
                                << with(u"plugin", {{{u"version"_s, u"0.2.1"_s}},
                                                    {{u"version"_s, u"0.10"_s}},
                                                    {{u"version"_s, u"0.2.1.post1"_s}},
                                                    {{u"version"_s, u"0.2"_s}}});
        QTest::newRow("command") << u"command"_s << with(u"command", classes);
    }
    void everyTopicEndsWithTheSameBytesInEveryOrder()
    {
        QFETCH(QString, topic);
        QFETCH(QList<QJsonObject>, values);
        QList<int> order{0, 1, 2, 3};
        QByteArray expected;
        do {
            for (const int i : order + order)
                QVERIFY(m_spool->record(TestSupport::event(topic, values[i])).ok());
            QCOMPARE(events().size(), 1);
            if (expected.isEmpty())
                expected = events().first().bytes;
            QCOMPARE(events().first().bytes, expected);
            QVERIFY(m_spool->purgeAbove(Level::None).ok());
        } while (std::next_permutation(order.begin(), order.end()));
    }
    void thePeriodIsReplacedAndNotMerged()
    {
        Event user = TestSupport::event(u"user", {});
        QVERIFY(m_spool->record(user).ok());
        user.firstIn = FirstIn::Week; // another environment was counted meanwhile
        QVERIFY(m_spool->record(user).ok());
        QCOMPARE(events().size(), 1);
        QCOMPARE(events().first().event.firstIn, std::optional(FirstIn::Week));
        user.firstIn.reset();
        QVERIFY(!m_spool->record(user).ok());
    }
    /// A cap is for the person, whatever environments they have.
    void allEnvironmentsTogetherHoldNoMoreThanTheCap()
    {
        const int cap = TestSupport::dictionary().topic(u"plugin")->cap;
        const auto pluginOf = [](int i) {
            return TestSupport::event(u"plugin", TestSupport::plugin(u"napari-plugin-%1"_s.arg(i), u"1.0"_s));
        };
        const auto environmentOf = [&](const QString &name) {
            return std::move(SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(),
                                               m_folder->filePath(u"spool-%1.sqlite"_s.arg(name))))
                .value();
        };
        const auto first = environmentOf(u"a"_s);
        for (int i = 0; i < cap - 5; ++i)
            QVERIFY(first->record(pluginOf(i)).ok());
        const auto second = environmentOf(u"b"_s);
        for (int i = 0; i < 10; ++i)
            QVERIFY(second->record(pluginOf(i)).ok()); // the same ones
        for (int i = cap - 5; i < cap; ++i)
            QVERIFY(second->record(pluginOf(i)).ok()); // new ones, up to the cap
        QVERIFY(!second->record(pluginOf(cap)).ok());
        QVERIFY(!first->record(pluginOf(cap)).ok());
        QVERIFY(second->record(pluginOf(12)).ok()); // which counts already
        // One damaged neighbour stops nobody.
        QFile damaged(m_folder->filePath(u"spool-c.sqlite"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("no database") > 0);
        damaged.close();
        QVERIFY(second->record(pluginOf(13)).ok());
    }
    /// They may share the spool, too; what keeps them apart is in the reporter.
    void twoComputersOnOneHomeCountOnceEach()
    {
        const QJsonObject value = TestSupport::dictionary().topic(u"napari")->example;
        QVERIFY(m_spool->record(TestSupport::event(u"napari", value, u"2026-W47", 'a')).ok());
        QVERIFY(m_spool->record(TestSupport::event(u"napari", value, u"2026-W47", 'b')).ok());
        QVERIFY(m_spool->record(TestSupport::event(u"napari", value, u"2026-W47", 'a')).ok());
        QCOMPARE(events().size(), 2);
    }
    void theStatusSaysThatItIsOnANetwork()
    {
        QVERIFY(!m_spool->status().value().onNetwork);
        const auto remote = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(),
                                              m_folder->filePath(u"remote.sqlite"_s),
                                              [](const QString &) { return QByteArray("nfs4"); });
        QVERIFY(remote.ok());
        QVERIFY(remote.value()->status().value().onNetwork);
        QVERIFY(remote.value()
                    ->record(TestSupport::event(u"napari", TestSupport::dictionary().topic(u"napari")->example))
                    .ok());
    }
    void aLowerGrantShowsNothingAboveIt()
    {
        QVERIFY(recordExample(u"napari"));
        QVERIFY(recordExample(u"plugin"));
        m_spool.reset();
        m_spool = open(Level::Basic);
        QCOMPARE(m_spool->pending(Level::Basic).value().size(), 1);
        QVERIFY(m_spool->pending(Level::Middle).value().isEmpty());
    }
    void aTopicUnderAnotherLevelIsNotPending()
    {
        QVERIFY(recordExample(u"plugin"));
        QVERIFY(runElsewhere(u"UPDATE event SET level = 'basic'"_s));
        QVERIFY(m_spool->pending(Level::Basic).value().isEmpty());
        QVERIFY(m_spool->pending(Level::Middle).value().isEmpty());
    }
    void purgeLeavesNoTraceInTheFiles_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QStringList>("expected");
        QStringList left; // by level and name
        for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
            QStringList more = TestSupport::topicsUpTo(level).mid(left.size());
            more.sort();
            left += more;
            QTest::newRow(qPrintable(levelName(level))) << static_cast<int>(level) << left;
        }
    }
    void purgeLeavesNoTraceInTheFiles()
    {
        QFETCH(int, level);
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(recordExample(topic.topic));
        QFile damaged(m_folder->filePath(u"spool.sqlite.damaged"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(events().last().bytes) > 0);
        damaged.close();
        const QList<SpooledEvent> before = events();
        QVERIFY(allFilesOf(m_folder->path()).contains(before[0].bytes));
        QVERIFY(m_spool->purgeAbove(static_cast<Level>(level)).ok());
        QStringList left;
        for (const SpooledEvent &spooled : events())
            left.append(spooled.event.topic);
        QFETCH(QStringList, expected);
        QCOMPARE(left, expected);
        const QByteArray raw = allFilesOf(m_folder->path());
        for (const SpooledEvent &spooled : before) {
            QCOMPARE(raw.contains(spooled.bytes), left.contains(spooled.event.topic));
            QCOMPARE(raw.contains(spooled.event.reporter.bytes()), left.contains(spooled.event.topic));
        }
    }
    void purgeKeepsReceiptsAndDropsRefused()
    {
        QVERIFY(recordExample(u"plugin"));
        QVERIFY(m_spool->markSent(events()).ok());
        QVERIFY(recordExample(u"layer-size"));
        QVERIFY(m_spool->markRefused(m_spool->pending(Level::Full).value()[0], u"closed"_s).ok());
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(m_spool->purgeAbove(Level::None).ok());
        QCOMPARE(events().size(), 1);
        QVERIFY(events()[0].state == State::Sent);
    }
    void expires_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("left");
        // 2026-W47 begins on 16 November and closes 21 days after 22 November. Its month is 2 to 29 November, and
        // closes 21 days after that. 60 days after their first Mondays are 15 January and 1 January.
        const QStringList everything{u"changed"_s, u"erased"_s, u"pending"_s, u"refused"_s, u"sent"_s};
        QTest::newRow("at once") << u"2026-11-20"_s << everything;
        QTest::newRow("the week's last open day") << u"2026-12-13"_s << everything;
        QTest::newRow("the week is closed")
            << u"2026-12-14"_s << QStringList{u"changed"_s, u"erased"_s, u"refused"_s, u"sent"_s};
        QTest::newRow("the month's last open day")
            << u"2026-12-20"_s << QStringList{u"changed"_s, u"erased"_s, u"refused"_s, u"sent"_s};
        QTest::newRow("the month is closed")
            << u"2026-12-21"_s << QStringList{u"erased"_s, u"refused"_s, u"sent"_s, u"sent"_s};
        QTest::newRow("the receipt's last day")
            << u"2026-12-31"_s << QStringList{u"erased"_s, u"refused"_s, u"sent"_s, u"sent"_s};
        QTest::newRow("after 60 days") << u"2027-01-01"_s << QStringList();
    }
    void expires()
    {
        QFETCH(QString, now);
        QVERIFY(recordExample(u"command"));
        QVERIFY(m_spool->markRefused(events()[0], u"closed"_s).ok());
        QVERIFY(recordExample(u"plugin"));
        sendAll();
        QVERIFY(recordExample(u"layer-size"));
        sendAll();
        QVERIFY(runElsewhere(u"UPDATE event SET state = 'erased', bytes = x'', receipt = x'' WHERE topic = "
                             "'layer-size'"_s));
        QVERIFY(recordCommand(u"1"_s, u"napari.changed"_s));
        sendAll();
        QVERIFY(recordCommand(u"2-9"_s, u"napari.changed"_s));
        QVERIFY(recordExample(u"napari"));
        QVERIFY(m_spool->expire(utc(now)).ok());
        QStringList left =
            TestSupport::query(m_folder->filePath(u"spool.sqlite"_s),
                               u"SELECT iif(state = 'pending' AND length(receipt), 'changed', state) FROM event"_s);
        left.sort();
        QTEST(left, "left");
    }
    void aRowThatCannotBeReadDoesNotHoldBackTheOthers()
    {
        QVERIFY(recordExample(u"plugin"));
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(runElsewhere(u"UPDATE event SET bytes = x'00' WHERE topic = 'command'"_s));
        QCOMPARE(events().size(), 1);
        QVERIFY(recordCommand(u"1"_s)); // and is replaced by the next one
        QCOMPARE(events().size(), 2);
    }
    void aRowUnderAnotherReporterIsLeftOut()
    {
        QVERIFY(recordExample(u"plugin"));
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(runElsewhere(u"UPDATE event SET reporter = zeroblob(16) WHERE topic = 'command'"_s));
        QCOMPARE(events().size(), 1);
        QVERIFY(m_spool->pending(Level::Full).value().isEmpty());
    }
    void whatTheDictionaryDoesNotAllowIsNotPending()
    {
        QVERIFY(recordCommand(u"1"_s));
        QVERIFY(
            runElsewhere(u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"1\"', '\"7\"') AS BLOB)"_s));
        QCOMPARE(events().size(), 1); // it can be seen
        QVERIFY(m_spool->pending(Level::Full).value().isEmpty());
    }
    void theOldestGoFirstWhenItIsFull()
    {
        // More than any dictionary of ours allows, as if the caps had failed.
        QVERIFY(recordExample(u"napari", u"2026-W48"));
        QVERIFY(recordExample(u"napari", u"2026-W47"));
        QVERIFY(runElsewhere(u"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 8000)"
                             " INSERT INTO event SELECT 'plugin', CAST(printf('%016d', i) AS BLOB), '2026-11',"
                             " iif(i <= 2000, '2026-W45', iif(i <= 6000, '2026-W46', '2026-W47')), x'', 'middle',"
                             " randomblob(600), iif(i <= 500, 'erased', 'pending'), '', x'', 0, '', '' FROM n"_s));
        QCOMPARE(m_spool->status().value().dropped, 0);
        QVERIFY(recordExample(u"command", u"2026-W48"));
        const QString file = m_folder->filePath(u"spool.sqlite"_s);
        const auto number = [&](const QString &sql) { return TestSupport::query(file, sql).value(0).toInt(); };
        const int gone = 8000 - number(u"SELECT count(*) FROM event WHERE topic = 'plugin'"_s);
        QVERIFY2(gone > 500 && gone < 6000, qPrintable(QString::number(gone)));
        QCOMPARE(number(u"SELECT count(*) FROM event WHERE week = '2026-W47'"_s), 2001);
        QCOMPARE(number(u"SELECT count(*) FROM event WHERE week = '2026-W48'"_s), 2);
        QCOMPARE(m_spool->status().value().dropped,
                 gone - number(u"SELECT 500 - count(*) FROM event WHERE week = '2026-W45'"_s));
        QVERIFY(number(u"SELECT page_count - freelist_count FROM pragma_page_count(), pragma_freelist_count()"_s) * 4096
                <= Limits::spoolBytes);
        QVERIFY(m_spool->purgeAbove(Level::None).ok());
        QCOMPARE(m_spool->status().value().dropped, 0);
    }
    void aFileThatWasDeletedOrReplacedIsNotCurrent()
    {
        QVERIFY(m_spool->isCurrent());
        QVERIFY(QFile::rename(m_folder->filePath(u"spool.sqlite"_s), m_folder->filePath(u"elsewhere"_s)));
        QVERIFY(!m_spool->isCurrent());
        const auto another = open();
        QVERIFY(another->isCurrent());
        QVERIFY(!m_spool->isCurrent());
    }
    void purgeLeavesNoTraceOfFullMonths()
    {
        // So many that SQLite splits pages, and moves rows from one to another.
        constexpr int perMonth = 16; // no more than each cap
        const QStringList weeks{u"2026-W35"_s, u"2026-W39"_s, u"2026-W44"_s, u"2026-W47"_s};
        for (const QString &week : weeks) {
            for (int i = 0; i < perMonth; ++i) {
                const QString command = u"napari.secret_command_%1"_s.arg(i * 7 % perMonth);
                QVERIFY(
                    m_spool->record(TestSupport::event(u"command", TestSupport::command(command, u"1"_s), week)).ok());
                const QJsonObject plugin = TestSupport::plugin(u"plugin-%1"_s.arg(i), u"1.0"_s);
                QVERIFY(m_spool->record(TestSupport::event(u"plugin", plugin, week)).ok());
            }
        }
        for (const QString &week : weeks) {
            for (int i = 0; i < perMonth; ++i) {
                const QString command = u"napari.secret_command_%1"_s.arg(i);
                QVERIFY(m_spool->record(TestSupport::event(u"command", TestSupport::command(command, u"10-99"_s), week))
                            .ok());
            }
        }
        const QList<SpooledEvent> before = events();
        QCOMPARE(before.size(), 128);
        QVERIFY(m_spool->purgeAbove(Level::Middle).ok());
        QCOMPARE(events().size(), 64);
        const QByteArray raw = allFilesOf(m_folder->path());
        QVERIFY(!raw.contains("secret_command"));
        for (const SpooledEvent &spooled : before)
            QVERIFY(spooled.level != Level::Full || !raw.contains(spooled.event.reporter.bytes()));
    }
};

QTEST_GUILESS_MAIN(TestSqliteSpool)
#include "tst_sqlitespool.moc"
