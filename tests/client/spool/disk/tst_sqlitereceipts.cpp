#include "client/spool/disk/sqlitereceipts.h"

#include "client/spool/disk/sqlitespool.h"
#include "support/grants.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QDir>
#include <QTemporaryDir>

#include <type_traits>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

// Nothing can be recorded by it, and it can't be taken for a spool.
static_assert(!std::is_base_of_v<AbstractSpool, SqliteReceipts>);

class TestSqliteReceipts : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteSpool> m_spool;

    [[nodiscard]] QString file() const { return m_folder->filePath(u"spool.sqlite"_s); }
    [[nodiscard]] std::unique_ptr<SqliteReceipts> open() const
    {
        auto receipts = SqliteReceipts::open(file());
        if (!receipts)
            qFatal("%ls", qUtf16Printable(receipts.error().detail));
        return std::move(receipts).value();
    }
    void openSpool()
    {
        auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file());
        QVERIFY(spool.ok());
        m_spool = std::move(spool).value();
    }
    bool record(QStringView topic, QStringView week = u"2026-W47")
    {
        return m_spool->record(TestSupport::event(topic, TestSupport::dictionary().topic(topic)->example, week)).ok();
    }
    bool recordCommand(const QString &countClass)
    {
        return m_spool->record(TestSupport::event(u"command", TestSupport::command(u"napari.c"_s, countClass))).ok();
    }
    bool beginSending()
    {
        for (const Level level : sendingLevels()) {
            if (!m_spool->beginSending(m_spool->pending(level).value()).ok())
                return false;
        }
        return true;
    }
    void sendAll()
    {
        QVERIFY(beginSending());
        for (const Level level : sendingLevels())
            QVERIFY(m_spool->markSent(m_spool->pending(level).value()).ok());
    }
    [[nodiscard]] QByteArray allFiles() const
    {
        QByteArray all;
        for (const QByteArray &content : TestSupport::tree(m_folder->path()))
            all += content;
        return all;
    }
    /// topic, state and whether there are bytes and a receipt.
    [[nodiscard]] QStringList rows() const
    {
        return TestSupport::query(file(), u"SELECT topic, state, length(bytes) > 0, length(receipt) > 0 FROM event "
                                          "ORDER BY topic, week"_s);
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openSpool();
    }
    void cleanup() { m_spool.reset(); }

    void makesNoFileWhereThereIsNone()
    {
        const auto receipts = SqliteReceipts::open(m_folder->filePath(u"none/spool.sqlite"_s));
        QVERIFY(!receipts.ok());
        QVERIFY(receipts.error().code == Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_folder->filePath(u"none"_s)));
    }
    void leavesNothingBehindButTheFile()
    {
        m_spool.reset();
        QVERIFY(open()->events().ok());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"spool.sqlite"_s});
    }
    void hasAReceiptOfEverythingThatTheCollectorMayHave()
    {
        QVERIFY(record(u"napari"));
        sendAll();
        QVERIFY(recordCommand(u"1"_s));
        sendAll();
        QVERIFY(recordCommand(u"2-9"_s)); // pending again, but the collector has its earlier value
        QVERIFY(record(u"plugin"));
        QVERIFY(beginSending());        // went out; the answer never came
        QVERIFY(record(u"layer-size")); // never went out
        const auto receipts = open()->receipts();
        QStringList topics;
        for (const Receipt &receipt : receipts.value()) {
            topics.append(receipt.topic);
            QVERIFY(receipt.level == TestSupport::dictionary().topic(receipt.topic)->level);
        }
        QCOMPARE(topics, (QStringList{u"napari"_s, u"plugin"_s, u"command"_s}));
        QCOMPARE(receipts.value()[0].reporter, m_spool->events().value()[0].event.reporter);
    }
    void comesByLevelPeriodAndReporter()
    {
        for (const QStringView week : {u"2026-W47", u"2026-W44"}) {
            for (const QStringView topic : {u"layer-size", u"command", u"plugin", u"napari"})
                QVERIFY(record(topic, week));
        }
        sendAll();
        const QList<Receipt> receipts = open()->receipts().value();
        QCOMPARE(receipts.size(), 8);
        for (qsizetype i = 1; i < receipts.size(); ++i) {
            const auto key = [](const Receipt &receipt) {
                return std::tuple(receipt.level, receipt.period.toString(), receipt.reporter.bytes());
            };
            QVERIFY(key(receipts[i - 1]) < key(receipts[i]));
        }
    }
    void ofWhatWasErasedOnlyAMarkStays()
    {
        QVERIFY(record(u"plugin"));
        QVERIFY(record(u"napari"));
        sendAll();
        QVERIFY(recordCommand(u"1"_s));
        const auto receipts = open();
        QList<Receipt> middle = receipts->receipts().value();
        middle.removeIf([](const Receipt &receipt) { return receipt.level != Level::Middle; });
        const QByteArray bytes = m_spool->events().value()[1].bytes;
        QVERIFY(allFiles().contains(bytes));

        QVERIFY(receipts->markErased(middle).ok());
        QCOMPARE(rows(), (QStringList{u"command|pending|1|0"_s, u"napari|sent|1|1"_s, u"plugin|erased|0|0"_s}));
        QCOMPARE(receipts->erased().value(), middle);
        QCOMPARE(receipts->receipts().value().size(), 1);
        QCOMPARE(receipts->events().value().size(), 2);
        QVERIFY(!allFiles().contains(bytes));
        QVERIFY(!allFiles().contains("napari-svg"));
        QVERIFY(record(u"plugin"));
        QCOMPARE(m_spool->pending(Level::Middle).value().size(), 0);
    }
    void whatIsPendingUnderAnErasedReporterGoesToo()
    {
        QVERIFY(recordCommand(u"1"_s));
        sendAll();
        QVERIFY(recordCommand(u"10-99"_s));
        const auto receipts = open();
        QVERIFY(receipts->markErased(receipts->receipts().value()).ok());
        QCOMPARE(rows(), QStringList{u"command|erased|0|0"_s});
        QVERIFY(!allFiles().contains("10-99"));
        QVERIFY(recordCommand(u"100+"_s));
        QCOMPARE(rows(), QStringList{u"command|erased|0|0"_s});
    }
    void whatWasForgottenWhileItWasErasedIsMarkedAllTheSame()
    {
        QVERIFY(recordCommand(u"1"_s));
        sendAll();
        const auto receipts = open();
        const QList<Receipt> asked = receipts->receipts().value();
        QVERIFY(receipts->forget().ok());
        QCOMPARE(rows(), QStringList());
        QVERIFY(receipts->markErased(asked).ok());
        QVERIFY(recordCommand(u"1"_s));
        QCOMPARE(rows(), QStringList{u"command|erased|0|0"_s});
    }
    void forgettingOverwritesReceiptsAndKeepsWhatIsPending()
    {
        QVERIFY(record(u"plugin"));
        QVERIFY(recordCommand(u"1"_s));
        sendAll();
        const QList<SpooledEvent> sent = m_spool->events().value();
        QVERIFY(recordCommand(u"2-9"_s));
        QVERIFY(record(u"napari"));
        QFile damaged(file() + u".damaged"_s);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("may hold receipts") > 0);
        damaged.close();

        const auto receipts = open();
        QVERIFY(receipts->forget().ok());
        QCOMPARE(rows(), (QStringList{u"command|pending|1|0"_s, u"napari|pending|1|0"_s}));
        QVERIFY(receipts->receipts().value().isEmpty());
        QCOMPARE(receipts->status().value(), (SpoolStatus{2, 0}));
        for (const SpooledEvent &event : sent)
            QVERIFY(!allFiles().contains(event.bytes));
        QVERIFY(!allFiles().contains(sent[0].event.reporter.bytes()));
        QVERIFY(!QFile::exists(file() + u".damaged"_s));
    }
    void deletingTheUnsentKeepsReceiptsAndLeavesNoTrace()
    {
        QVERIFY(record(u"plugin"));
        sendAll();
        QVERIFY(record(u"napari"));
        QByteArray pending;
        for (const SpooledEvent &event : m_spool->events().value()) {
            if (event.event.topic == "napari"_L1)
                pending = event.bytes;
        }
        QVERIFY(!pending.isEmpty() && allFiles().contains(pending));

        const auto receipts = open();
        QVERIFY(receipts->deleteUnsent().ok());
        QCOMPARE(receipts->status().value(), (SpoolStatus{0, 1}));
        QVERIFY(!allFiles().contains(pending));
    }
};

QTEST_GUILESS_MAIN(TestSqliteReceipts)
#include "tst_sqlitereceipts.moc"
