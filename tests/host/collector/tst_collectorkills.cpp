#include "support/collectorprogram.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// The real program is ended with SIGKILL at any moment, again and again, on one database. With TELEMETRY_FULL ten
/// times as often.
class TestCollectorKills : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT

    static constexpr std::size_t clients = 6;

    QRandomGenerator m_random{QRandomGenerator::global()->generate()};
    QSet<QString> m_sent;
    QSet<QString> m_kept;   ///< acknowledged, and not asked to be erased
    QSet<QString> m_erased; ///< acknowledged
    QSet<QString> m_unsure; ///< asked to be erased, and not acknowledged

    struct Asked
    {
        QList<QString> reporters;
        bool erase = false;
    };

    /// A person's request, or now and then one to erase what an earlier one brought.
    QByteArray request(Asked &asked)
    {
        if (!m_kept.isEmpty() && m_random.bounded(4) == 0) {
            const QString reporter = *m_kept.constBegin();
            asked = {{reporter}, true};
            m_kept.remove(reporter);
            m_unsure.insert(reporter);
            return TestSupport::postBytes("/v1/basic/erase"_ba, "{\"period\":\"2026-W47\",\"reporters\":[\""_ba
                                                                    + reporter.toUtf8() + "\"]}"_ba);
        }
        asked = {};
        QList<Event> events;
        for (const QString &topic : {u"user"_s, u"napari"_s}) {
            Event event = TestSupport::eventOf(topic);
            QByteArray bytes(16, '\0');
            m_random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), 4);
            event.reporter = *Reporter::fromBytes(bytes);
            events.append(event);
            asked.reporters.append(event.reporter.toString());
            m_sent.insert(asked.reporters.last());
        }
        return TestSupport::postBytes("/v1/basic/events"_ba, TestSupport::batch(events));
    }
    void note(const Asked &asked, const TestSupport::RawAnswer &answer)
    {
        if (answer.status != 202)
            return;
        for (const QString &reporter : asked.reporters) {
            if (asked.erase) {
                m_unsure.remove(reporter);
                m_erased.insert(reporter);
            } else {
                m_kept.insert(reporter);
            }
        }
    }
    /// Whether it went well up to the kill.
    bool cycle()
    {
        if (!start())
            return false;
        std::vector<std::unique_ptr<TestSupport::RawConnection>> connections;
        for (std::size_t i = 0; i < clients; ++i)
            connections.push_back(std::make_unique<TestSupport::RawConnection>(m_port));
        std::vector<Asked> asked(clients);
        for (int rounds = m_random.bounded(1, 5); rounds > 0; --rounds) {
            for (std::size_t i = 0; i < clients; ++i)
                connections[i]->send(request(asked[i]));
            if (rounds == 1)
                killSoon();
            for (std::size_t i = 0; i < clients; ++i)
                note(asked[i], connections[i]->answer()); // after the kill: what had come already
        }
        return m_collector->waitForFinished(20'000);
    }
    /// After a commit or two at the most: a commit takes about a millisecond.
    void killSoon()
    {
        QElapsedTimer time;
        time.start();
        const qint64 moment = m_random.bounded(4'000'000);
        while (time.nsecsElapsed() < moment) { }
        ::kill(static_cast<pid_t>(m_collector->processId()), SIGKILL);
    }
    void compareTheBooks()
    {
        const QStringList rows = query(u"SELECT lower(hex(reporter)) FROM event"_s);
        const QSet<QString> there(rows.begin(), rows.end());
        QCOMPARE(there.size(), rows.size()); // no row twice
        QVERIFY(there.contains(m_kept));
        QVERIFY(m_sent.contains(there));
        QVERIFY(!there.intersects(m_erased));
    }

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
    void everythingThatWasAcknowledgedHolds()
    {
        const int cycles = qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 3'000 : 300;
        for (int i = 1; i <= cycles; ++i) {
            QVERIFY(cycle());
            if (i % 20 == 0)
                compareTheBooks();
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%lld sent, %lld of them kept, %lld erased, %lld to be erased without an answer",
              qlonglong(m_sent.size()), qlonglong(m_kept.size()), qlonglong(m_erased.size()),
              qlonglong(m_unsure.size()));
        QVERIFY(m_kept.size() > 10 * cycles / 4 && m_erased.size() > cycles / 4);
        QVERIFY(m_sent.size() > m_kept.size() + m_erased.size() + m_unsure.size()); // some were in the middle of it
    }
};

QTEST_GUILESS_MAIN(TestCollectorKills)
#include "tst_collectorkills.moc"
