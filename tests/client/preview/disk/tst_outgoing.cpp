#include "client/preview/disk/outgoing.h"

#include "client/spool/disk/heldtopicsfile.h"
#include "client/spool/disk/sqlitepreview.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/spool/sendablespool.h"
#include "client/upload/uploader.h"
#include "support/faketransport.h"
#include "support/grants.h"
#include "support/values.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOutgoing : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)}; // 2026-W47
    [[nodiscard]] QString file() const { return m_folder->filePath(u"spool.sqlite"_s); }
    [[nodiscard]] std::unique_ptr<SqliteSpool> spool() const
    {
        auto opened = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file());
        return opened ? std::move(opened).value() : nullptr;
    }
    static QByteArrayList wholes(const QList<Request> &requests)
    {
        QByteArrayList all;
        for (const Request &request : requests)
            all.append(requestHead(request) + request.body);
        return all;
    }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void showsTheVeryRequestsThatTheUploaderMakes_data()
    {
        QTest::addColumn<QString>("held");
        QTest::newRow("all that leaves") << QString();
        QTest::newRow("but what is held") << u"plugin"_s;
    }
    void showsTheVeryRequestsThatTheUploaderMakes()
    {
        QFETCH(QString, held);
        const auto inner = spool();
        QVERIFY(inner);
        for (const char *week : {"2026-W46", "2026-W47"}) {
            for (const TopicDefinition &topic : TestSupport::dictionary().topics())
                QVERIFY(inner->record(TestSupport::event(topic.topic, topic.example, QString::fromLatin1(week))).ok());
            for (int i = 0; i < 19; ++i)
                QVERIFY(inner
                            ->record(TestSupport::event(u"plugin", TestSupport::plugin(u"plugin-%1"_s.arg(i), u"1.0"_s),
                                                        QString::fromLatin1(week)))
                            .ok());
        }
        HeldTopicsFile heldTopics(m_folder->filePath(u"held.json"_s));
        if (!held.isEmpty())
            QVERIFY(heldTopics.setHeld(held, true).ok());

        const auto preview = SqlitePreview::open(file());
        QVERIFY(preview.ok());
        const Outgoing outgoing(TestSupport::dictionary(), Endpoints(), heldTopics.read().value(),
                                Week::of(m_clock.now()));
        QByteArrayList shown;
        for (const Level level : sendingLevels())
            shown += wholes(outgoing.requests(*preview.value(), level).value());
        QVERIFY(shown.size() >= 3 - !held.isEmpty());

        SendableSpool sendable(*inner, TestSupport::dictionary(), heldTopics, m_clock);
        auto transport = std::make_unique<TestSupport::FakeTransport>();
        TestSupport::FakeTransport &wire = *transport;
        for (int i = 0; i < 20; ++i)
            wire.answers.append(TestSupport::answer(202));
        Uploader uploader(ConsentGate::forTest(Level::Full), sendable, TestSupport::dictionary(), Endpoints(),
                          std::move(transport));
        bool finished = false;
        const UploadOrder order{sendingLevels(), {}};
        QVERIFY(uploader.sendPending(order, [&](const UploadReport &) { finished = true; }));
        QTRY_VERIFY(finished);
        QCOMPARE(wholes(wire.requests), shown);
        const bool counts = std::any_of(shown.begin(), shown.end(), [](const QByteArray &whole) {
            static const QRegularExpression running(
                u"\"topic\":\"command\",\"value\":[^}]*[}],\"week\":\"2026-W47\""_s);
            return running.match(QString::fromUtf8(whole)).hasMatch();
        });
        QVERIFY(!counts); // of the running week
    }
    void saysWhyAnEventDoesNotLeave_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("held");
        QTest::addColumn<QString>("says");
        QTest::newRow("leaves") << u"plugin"_s << false << QString();
        QTest::newRow("held") << u"plugin"_s << true << u"You hold this topic"_s;
        QTest::newRow("grows") << u"command"_s << false << u"still grows"_s;
    }
    void saysWhyAnEventDoesNotLeave()
    {
        QFETCH(QString, topic);
        QFETCH(bool, held);
        QFETCH(QString, says);
        const Outgoing outgoing(TestSupport::dictionary(), Endpoints(), held ? QSet{topic} : QSet<QString>(),
                                Week::of(m_clock.now()));
        SpooledEvent event =
            TestSupport::spooled(TestSupport::event(topic, TestSupport::dictionary().topic(topic)->example));
        QCOMPARE(outgoing.leavesNow(event), says.isEmpty());
        const QString said = outgoing.whyNot(event);
        QVERIFY2(says.isEmpty() ? said.isEmpty() : said.contains(says), qPrintable(said));
        event.state = SpooledEvent::State::Refused;
        event.reason = u"too odd"_s;
        QVERIFY(!outgoing.leavesNow(event));
        QVERIFY(outgoing.whyNot(event).contains(u"too odd"_s));
    }
};

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
