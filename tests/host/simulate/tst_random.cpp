#include "host/simulate/random.h"

#include "support/chisquare.h"

#include <QTest>

using namespace Telemetry;

class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameOnEveryComputer()
    {
        Random random({1, 2, 3});
        QList<quint64> drawn;
        for (int i = 0; i < 4; ++i)
            drawn.append(random.below(1000));
        QCOMPARE(drawn, (QList<quint64>{373, 590, 10, 26}));
        QCOMPARE(Random::mixed({1, 2, 3}), quint64(7702586659592502839U));
    }
    void dependsOnEveryWord()
    {
        QVERIFY(Random::mixed({1, 2}) != Random::mixed({2, 1}));
        QVERIFY(Random::mixed({0}) != Random::mixed({0, 0}));
        QVERIFY(Random::mixed({1, 2}) != Random::mixed({1, 3}));
    }
    void isUniform()
    {
        Random random({7});
        QList<double> found(10, 0);
        for (int i = 0; i < 50'000; ++i)
            ++found[qsizetype(random.below(10))];
        QVERIFY(TestSupport::fits(found, QList<double>(10, 5000)));
    }
    void followsWeights()
    {
        Random random({8});
        QList<double> found(4, 0);
        for (int i = 0; i < 50'000; ++i)
            ++found[random.weighted({1, 0, 3, 6})];
        QCOMPARE(found[1], 0.0);
        QVERIFY(TestSupport::fits({found[0], found[2], found[3]}, {5000, 15'000, 30'000}));
    }
    void shufflesEveryOrderAlike()
    {
        Random random({9});
        QMap<QList<int>, double> found;
        for (int i = 0; i < 30'000; ++i) {
            QList<int> list{1, 2, 3};
            random.shuffle(list);
            ++found[list];
        }
        QCOMPARE(found.size(), 6);
        QVERIFY(TestSupport::fits(found.values(), QList<double>(6, 5000)));
        QList<int> none;
        random.shuffle(none);
        QVERIFY(none.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
