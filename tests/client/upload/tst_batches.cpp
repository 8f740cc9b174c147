#include "client/upload/batches.h"

#include "contract/batchcodec.h"
#include "contract/limits.h"
#include "support/values.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QList<SpooledEvent> commands(int count, qsizetype nameLength = 0)
{
    QList<SpooledEvent> events;
    for (int i = 0; i < count; ++i) {
        const QString name = u"napari.c%1"_s.arg(i, 4, 10, QLatin1Char('0')).leftJustified(nameLength, u'x');
        events.append(TestSupport::spooled(TestSupport::event(u"command", TestSupport::command(name, u"1"_s))));
    }
    return events;
}

QByteArrayList bytesOf(const QList<SpooledEvent> &events)
{
    QByteArrayList bytes;
    for (const SpooledEvent &event : events)
        bytes.append(event.bytes);
    return bytes;
}

} // namespace

class TestBatches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyEventIsInOneBatchWithinTheLimits_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("batches");
        QTest::newRow("nothing") << 0 << 0 << 0;
        QTest::newRow("one") << 1 << 0 << 1;
        QTest::newRow("a usual week") << 64 << 0 << 1;
        QTest::newRow("more bytes than a request holds") << 600 << 100 << 3;
        QTest::newRow("long events") << 60 << 1900 << 2;
    }
    void everyEventIsInOneBatchWithinTheLimits()
    {
        QFETCH(int, count);
        QFETCH(int, length);
        const QList<SpooledEvent> pending = commands(count, length);
        const auto batches = batchesOf(pending, 1);
        QByteArrayList all;
        for (const auto &batch : batches) {
            QVERIFY(!batch.isEmpty());
            QVERIFY(BatchCodec::decode(BatchCodec::encode(1, bytesOf(batch))).ok()); // checks both limits
            all += bytesOf(batch);
        }
        QByteArrayList expected = bytesOf(pending);
        std::sort(all.begin(), all.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(all, expected);
        QTEST(static_cast<int>(batches.size()), "batches");
    }
    void noMoreEventsThanARequestMayHold()
    {
        QList<SpooledEvent> pending;
        SpooledEvent tiny =
            TestSupport::spooled(TestSupport::event(u"command", TestSupport::command(u"napari.x"_s, u"1"_s)));
        tiny.bytes = "{}"; // no real event is that short; the count has to hold all the same
        for (int i = 0; i < Limits::requestEvents + 1; ++i)
            pending.append(tiny);
        const auto batches = batchesOf(pending, 1);
        QCOMPARE(batches.size(), 2);
        QCOMPARE(batches[0].size(), Limits::requestEvents);
        QCOMPARE(batches[1].size(), 1);
    }
    void theOrderIsThatOfTheReportersWhateverOrderTheyCameIn()
    {
        const QList<SpooledEvent> pending = commands(100);
        QList<SpooledEvent> backwards(pending.rbegin(), pending.rend());
        const QList<SpooledEvent> batch = batchesOf(pending, 1)[0];
        QVERIFY(bytesOf(batch) != bytesOf(pending)); // the names were in alphabetical order
        QCOMPARE(bytesOf(batchesOf(backwards, 1)[0]), bytesOf(batch));
        for (qsizetype i = 1; i < batch.size(); ++i)
            QVERIFY(batch[i - 1].event.reporter.bytes() < batch[i].event.reporter.bytes());
    }
    void aRequestHasTheBytesOfItsBatch()
    {
        const QList<SpooledEvent> batch = batchesOf(commands(3), 1)[0];
        const Request request = batchRequest({}, Level::Full, 1, batch);
        QCOMPARE(request.url, Endpoints().events(Level::Full));
        QCOMPARE(request.body, BatchCodec::encode(1, bytesOf(batch)));
    }
    void anEventThatIsTooLargeHoldsBackNoOther()
    {
        QList<SpooledEvent> pending = commands(3);
        pending[1].bytes = QByteArray(Limits::requestBytes + 1, 'x');
        const auto batches = batchesOf(pending, 1);
        QVERIFY(batches.size() >= 2);
        for (const auto &batch : batches)
            QVERIFY(batch.size() == 1 || BatchCodec::encode(1, bytesOf(batch)).size() <= Limits::requestBytes);
    }
};

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_batches.moc"
