#include "host/history/historyhead.h"

#include "contract/limits.h"
#include "support/histories.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHistoryHead : public QObject
{
    Q_OBJECT

    static HistoryHead head() { return {2, QByteArray(64, 'a'), {{QByteArray(16, 'b'), QByteArray(64, 0)}}}; }

private Q_SLOTS:
    void isWrittenAsDocumented()
    {
        const QByteArray said = "\"lines\":2,\"sha256\":\"" + QByteArray(64, 'a') + '"';
        QCOMPARE(statementOf(head()), '{' + said + '}');
        QCOMPARE(bytesOf(head()), '{' + said + ",\"signatures\":[{\"key\":\"bbbbbbbbbbbbbbbb\",\"signature\":\""
                                      + QByteArray(64, 0).toBase64() + "\"}]}\n");
    }
    void signaturesAreInOrder()
    {
        HistoryHead two = head();
        two.signatures.prepend({QByteArray(16, 'c'), QByteArray(64, 1)});
        const auto read = readHistoryHead(bytesOf(two));
        QVERIFY(read.ok());
        QCOMPARE(read.value().signatures.first().key, QByteArray(16, 'b'));
        QCOMPARE(bytesOf(read.value()), bytesOf(two));
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = bytesOf(head());
        const QByteArray signature = good.mid(good.indexOf('[') + 1, good.indexOf(']') - good.indexOf('[') - 1);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no line feed") << good.chopped(1);
        QTest::newRow("two line feeds") << good + '\n';
        QTest::newRow("negative") << QByteArray(good).replace(":2,", ":-2,");
        QTest::newRow("no whole number") << QByteArray(good).replace(":2,", ":2.5,");
        QTest::newRow("a short hash") << QByteArray(good).replace("aaaa\"", "\"");
        QTest::newRow("a short signature") << QByteArray(good).replace("AAAA", "");
        QTest::newRow("a signature written otherwise") << QByteArray(good).replace("AA==", "AB==");
        QTest::newRow("no list") << QByteArray(good).replace('[' + signature + ']', "{}");
        QTest::newRow("one key twice") << QByteArray(good).replace(signature, signature + ',' + signature);
        QTest::newRow("more of a signature") << QByteArray(good).replace("\"key\"", "\"a\":1,\"key\"");
        QByteArrayList many;
        for (qsizetype i = 0; i <= Limits::historySignatures; ++i)
            many.append(QByteArray(signature).replace("bbbbbbbbbbbbbbbb", QByteArray(15, 'b') + char('0' + i)));
        QTest::newRow("many") << QByteArray(good).replace(signature, many.join(','));
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readHistoryHead(bytes).ok());
    }
};

QTEST_APPLESS_MAIN(TestHistoryHead)
#include "tst_historyhead.moc"
