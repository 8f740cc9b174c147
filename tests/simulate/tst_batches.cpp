#include "simulate/batches.h"

#include "contract/batchcodec.h"
#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLimits_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("batches");
        QTest::newRow("none") << 0 << 200 << 0;
        QTest::newRow("one") << 1 << 200 << 1;
        QTest::newRow("as many as allowed") << 500 << 100 << 1;
        QTest::newRow("one more") << 501 << 100 << 2;
        QTest::newRow("too many bytes") << 100 << 2048 << 4;
    }
    void keepsTheLimits()
    {
        QFETCH(int, events);
        QFETCH(int, bytes);
        QByteArrayList list;
        for (int i = 0; i < events; ++i)
            list.append("{\"n\":\"" + QByteArray::number(i).rightJustified(bytes - 8, 'x') + "\"}");
        const auto batches = batchesOf(Level::Middle, list);
        QTEST(int(batches.size()), "batches");
        QByteArrayList joined;
        for (const Batch &batch : batches) {
            QCOMPARE(batch.level, Level::Middle);
            QVERIFY(BatchCodec::decode(BatchCodec::encode(1, batch.events)).ok());
            joined += batch.events;
        }
        QCOMPARE(joined, list);
    }
};

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_batches.moc"
