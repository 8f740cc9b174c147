#include "client/spool/chosenreceipts.h"

#include "support/memoryreceipts.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestChosenReceipts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasOnlyTheChosenOnes()
    {
        const auto receipt = [](const QString &topic, char fill) {
            return Receipt{topic, *Week::fromString(u"2026-W47"), *Reporter::fromBytes(QByteArray(16, fill)),
                           Level::Full};
        };
        auto inner = std::make_unique<MemoryReceipts>();
        MemoryReceipts *all = inner.get();
        all->left = {receipt(u"command"_s, 'a'), receipt(u"command"_s, 'b'), receipt(u"layer-size"_s, 'a')};
        ChosenReceipts chosen(std::move(inner),
                              {{u"command"_s, QByteArray(16, 'b')}, {u"plugin"_s, QByteArray(16, 'a')}});
        QCOMPARE(chosen.receipts().value(), QList<Receipt>{receipt(u"command"_s, 'b')});
        QVERIFY(chosen.markErased(chosen.receipts().value()).ok());
        QCOMPARE(all->left.size(), 2);
        all->failing = true;
        QVERIFY(!chosen.receipts().ok());
    }
};

QTEST_GUILESS_MAIN(TestChosenReceipts)
#include "tst_chosenreceipts.moc"
