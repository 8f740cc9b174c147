#include "host/raw/disk/aggregationstatefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAggregationStateFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const AggregationState m_state{QDateTime(QDate(2026, 11, 18), QTime(3, 4, 5), Qt::UTC), 1, 2, 3};

private Q_SLOTS:
    void itIsTheSameThereAndBack()
    {
        const QString raw = m_folder.filePath(u"raw.sqlite"_s);
        QVERIFY(!readAggregationState(raw));
        QVERIFY(writeAggregationState(raw, m_state).ok());
        QCOMPARE(*readAggregationState(raw), m_state);
        QVERIFY(!(QFile::permissions(aggregationStateFile(raw)) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(writeAggregationState(raw, {m_state.ran, 0, 0, 0}).ok());
        QCOMPARE(readAggregationState(raw)->waiting, 0);
    }
    void whatCanNotBeReadIsNoState()
    {
        const QString raw = m_folder.filePath(u"damaged.sqlite"_s);
        QFile file(aggregationStateFile(raw));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2 && file.flush());
        QVERIFY(!readAggregationState(raw));
    }
};

QTEST_GUILESS_MAIN(TestAggregationStateFile)
#include "tst_aggregationstatefile.moc"
