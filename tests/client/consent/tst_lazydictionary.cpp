#include "client/consent/lazydictionary.h"

#include "support/dictionary.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLazyDictionary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatShips()
    {
        const auto lazy = LazyDictionary::fromJson(TestSupport::dictionary().source());
        QVERIFY(lazy);
        QCOMPARE(lazy.value().version(), TestSupport::dictionary().version());
        const LazyDictionary copy = lazy.value();
        QCOMPARE(copy.get().topics().size(), TestSupport::dictionary().topics().size());
        QCOMPARE(&copy.get(), &lazy.value().get()); // read once
        QVERIFY(!copy.adds(copy.version(), Level::Full));
        QVERIFY(copy.adds(0, Level::Basic));
    }
    void withoutAVersionIsAnErrorAtOnce_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("no version") << QByteArray(R"({"topics": []})");
    }
    void withoutAVersionIsAnErrorAtOnce()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!LazyDictionary::fromJson(json));
    }
    void whatCanNotBeReadAddsSomethingToEveryAnswer()
    {
        const auto lazy = LazyDictionary::fromJson(R"({"version": 2, "topics": []})");
        QVERIFY(lazy);
        QTest::ignoreMessage(QtCriticalMsg, "data dictionary: no topics");
        QVERIFY(lazy.value().adds(1, Level::Basic)); // so a yes does not go on
        QVERIFY(lazy.value().get().topics().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLazyDictionary)
#include "tst_lazydictionary.moc"
