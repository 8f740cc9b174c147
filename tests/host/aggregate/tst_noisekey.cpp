#include "host/aggregate/noisekey.h"

#include "contract/limits.h"

#include <QSet>
#include <QTest>

using namespace Telemetry;

class TestNoiseKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAnotherEachTime()
    {
        QSet<QByteArray> keys;
        for (int i = 0; i < 1000; ++i) {
            keys.insert(drawNoiseKey());
            QCOMPARE(drawNoiseKey().size(), Limits::noiseKeyBytes);
        }
        QCOMPARE(keys.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestNoiseKey)
#include "tst_noisekey.moc"
