#include "client/spool/disk/sqlitepreview.h"

#include "client/spool/disk/sqlitereceipts.h"
#include "client/spool/disk/sqlitespool.h"
#include "support/grants.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSqlitePreview : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<SqliteSpool> m_spool;
    std::unique_ptr<SqlitePreview> m_preview;
    QDate m_today{2026, 11, 18};

    static Event command(const QString &name, const QString &count = u"1"_s)
    {
        return TestSupport::event(u"command", TestSupport::command(name, count));
    }
    static EventKey keyOf(const Event &event) { return {event.topic, event.reporter.bytes()}; }
    QList<SpooledEvent> unsent()
    {
        QList<SpooledEvent> events;
        [&] { QVERIFY(m_preview->unsent([&](const SpooledEvent &one) { return events.append(one), true; }).ok()); }();
        return events;
    }
    QList<SpooledEvent> sent()
    {
        QList<SpooledEvent> events;
        [&] { QVERIFY(m_preview->sent([&](const SpooledEvent &one) { return events.append(one), true; }).ok()); }();
        return events;
    }
    void send(const Event &event)
    {
        const auto batch = m_spool->pending(Level::Full).value();
        for (const SpooledEvent &one : batch) {
            if (one.event == event) {
                QVERIFY(m_spool->beginSending({one}).ok());
                QVERIFY(m_spool->markSent({one}).ok());
            }
        }
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"spool.sqlite"_s);
        m_spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), m_file,
                                    fileSystemType, [this] { return m_today; })
                      .value();
        m_preview = SqlitePreview::open(m_file).value();
    }
    void cleanup()
    {
        m_preview.reset();
        m_spool.reset();
    }
    void makesNoFile()
    {
        const QString none = m_folder->filePath(u"none.sqlite"_s);
        QVERIFY(SqlitePreview::open(none).error().code == Error::Code::NotFound);
        QVERIFY(!QFile::exists(none));
    }
    void readsWhatWaitsAndWhatWasSentWithItsDay()
    {
        const Event one = command(u"napari.one"_s);
        QVERIFY(m_spool->record(one).ok());
        QVERIFY(m_spool->record(command(u"napari.two"_s)).ok());
        QCOMPARE(unsent().size(), 2);
        QVERIFY(sent().isEmpty());
        send(one);
        QCOMPARE(unsent().size(), 1);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent()[0].event, one);
        QCOMPARE(sent()[0].sentOn, m_today);
        QVERIFY(sent()[0].receiptAccepted);
        int calls = 0;
        QVERIFY(m_preview->unsent([&](const SpooledEvent &) { return ++calls, false; }).ok());
        QCOMPARE(calls, 1);
    }
    void withoutAnAnswerTheReceiptSaysSo()
    {
        const Event event = command(u"napari.one"_s);
        QVERIFY(m_spool->record(event).ok());
        const auto batch = m_spool->pending(Level::Full).value();
        QVERIFY(m_spool->beginSending(batch).ok());
        QCOMPARE(sent().size(), 1);
        QVERIFY(!sent()[0].receiptAccepted);
        QCOMPARE(unsent().size(), 1);
        QVERIFY(m_spool->undoSending(batch).ok());
        QVERIFY(sent().isEmpty());
        QVERIFY(!m_preview->event(keyOf(event)).value()->sentOn.isValid());
    }
    void aValueThatChangedIsInBothAndItsReceiptKeepsItsDay()
    {
        QVERIFY(m_spool->record(command(u"napari.one"_s)).ok());
        send(command(u"napari.one"_s));
        QVERIFY(m_spool->record(command(u"napari.one"_s, u"2-9"_s)).ok());
        QCOMPARE(unsent()[0].event, command(u"napari.one"_s, u"2-9"_s));
        QCOMPARE(sent()[0].event, command(u"napari.one"_s));
        m_today = m_today.addDays(1);
        const auto batch = m_spool->pending(Level::Full).value();
        QVERIFY(m_spool->beginSending(batch).ok());
        QCOMPARE(sent()[0].sentOn, m_today);
        QVERIFY(m_spool->undoSending(batch).ok());
        QCOMPARE(sent()[0].sentOn, m_today.addDays(-1));
        QVERIFY(sent()[0].receiptAccepted);
    }
    void whatIsDeletedIsGoneFromTheFileAndIsNotRecordedAgain()
    {
        const Event event = command(u"napari.unmistakable"_s);
        QVERIFY(m_spool->record(event).ok());
        const auto removed = m_preview->remove({keyOf(event), {u"plugin"_s, QByteArray(16, 'x')}});
        QCOMPARE(removed.value().size(), 1);
        QVERIFY(unsent().isEmpty());
        QVERIFY(m_spool->record(command(u"napari.unmistakable"_s, u"2-9"_s)).ok());
        QVERIFY(unsent().isEmpty());
        m_preview.reset();
        m_spool.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s}) {
            QFile file(m_file + suffix);
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("unmistakable"));
        }
    }
    void undoPutsBackWhatWasTakenOut()
    {
        const Event pending = command(u"napari.one"_s);
        const Event refused = command(u"napari.two"_s);
        QVERIFY(m_spool->record(pending).ok());
        QVERIFY(m_spool->record(refused).ok());
        QVERIFY(m_spool->markRefused(*m_preview->event(keyOf(refused)).value(), u"too odd"_s).ok());
        const QList<SpooledEvent> before = unsent();
        const auto removed = m_preview->remove({keyOf(pending), keyOf(refused)});
        QVERIFY(unsent().isEmpty());
        QCOMPARE(m_preview->restore(removed.value()).value(), 2);
        const QList<SpooledEvent> after = unsent();
        QCOMPARE(after.size(), 2);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(after[i].bytes, before[i].bytes);
            QVERIFY(after[i].state == before[i].state);
            QCOMPARE(after[i].reason, before[i].reason);
        }
        QCOMPARE(m_preview->restore(removed.value()).value(), 0); // once
    }
    void aDeletedChangeLeavesTheReceiptAndUndoDoesNotBringBackWhatWasErased()
    {
        QVERIFY(m_spool->record(command(u"napari.one"_s)).ok());
        send(command(u"napari.one"_s));
        const Event changed = command(u"napari.one"_s, u"2-9"_s);
        QVERIFY(m_spool->record(changed).ok());
        const auto removed = m_preview->remove({keyOf(changed)});
        QVERIFY(unsent().isEmpty());
        QCOMPARE(sent().size(), 1);
        auto receipts = SqliteReceipts::open(m_file).value();
        QVERIFY(receipts->markErased(receipts->receipts().value()).ok());
        QCOMPARE(m_preview->restore(removed.value()).value(), 0);
        QVERIFY(unsent().isEmpty());
    }
    void whatWasSentIsNotDeletedHere()
    {
        QVERIFY(m_spool->record(command(u"napari.one"_s)).ok());
        send(command(u"napari.one"_s));
        QVERIFY(m_preview->remove({keyOf(command(u"napari.one"_s))}).value().isEmpty());
        QCOMPARE(sent().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSqlitePreview)
#include "tst_sqlitepreview.moc"
