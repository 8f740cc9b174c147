#include "host/aggregate/discretegaussian.h"

#include "support/chisquare.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDiscreteGaussian : public QObject
{
    Q_OBJECT

    const QByteArray m_key = QByteArray(32, 'k');

    /// The exact probability of each x from -10σ to 10σ; what is beyond is below 10^-22.
    static QList<double> masses(int sigma)
    {
        QList<double> masses;
        double sum = 0;
        for (int x = -10 * sigma; x <= 10 * sigma; ++x) {
            masses.append(std::exp(-double(x) * x / (2.0 * sigma * sigma)));
            sum += masses.last();
        }
        for (double &mass : masses)
            mass /= sum;
        return masses;
    }

private Q_SLOTS:
    void noiseIsExact_data()
    {
        QTest::addColumn<int>("sigma");
        QTest::addColumn<bool>("ofManyCells");
        QTest::newRow("1") << 1 << false;
        QTest::newRow("2") << 2 << false;
        QTest::newRow("3") << 3 << false;
        QTest::newRow("3, a draw of each cell") << 3 << true;
        QTest::newRow("4") << 4 << false;
        QTest::newRow("20") << 20 << false;
    }
    void noiseIsExact()
    {
        QFETCH(int, sigma);
        QFETCH(bool, ofManyCells);
        constexpr int draws = 100'000;
        const QList<double> exact = masses(sigma);
        const int middle = 10 * sigma;
        int edge = 0; // from here on the tails are one class each
        while (exact[middle + edge + 1] * draws >= 20)
            ++edge;
        QList<double> expected(2 * edge + 1, 0);
        for (int x = -middle; x <= middle; ++x)
            expected[qBound(-edge, x, edge) + edge] += exact[x + middle] * draws;
        QList<double> found(2 * edge + 1, 0);
        NoiseStream one(m_key, u"2026-W40"_s, u"users"_s, u"[]"_s);
        for (int i = 0; i < draws; ++i) {
            NoiseStream own(m_key, u"2026-W40"_s, u"users"_s, QString::number(i));
            const qint64 x = Noise::discreteGaussian(sigma, ofManyCells ? own : one);
            ++found[qBound(qint64(-edge), x, qint64(edge)) + edge];
        }
        QVERIFY(TestSupport::fits(found, expected));
    }
    void isDrawnAgainTheSame()
    {
        for (int cell = 0; cell < 100; ++cell) {
            NoiseStream first(m_key, u"2026-W40"_s, u"users"_s, QString::number(cell));
            NoiseStream second(m_key, u"2026-W40"_s, u"users"_s, QString::number(cell));
            QCOMPARE(Noise::discreteGaussian(3, first), Noise::discreteGaussian(3, second));
        }
    }
    void copesWithTheGreatest()
    {
        NoiseStream stream(m_key, u"2026-W40"_s, u"users"_s, u"[]"_s);
        for (int i = 0; i < 1000; ++i) // the chance to be beyond is below e^-40
            QVERIFY(std::abs(double(Noise::discreteGaussian(1000, stream))) < 9'000);
    }
    void theTailIsTheSumOfWhatIsThere_data()
    {
        QTest::addColumn<int>("sigma");
        for (const int sigma : {1, 3, 4, 20})
            QTest::addRow("%d", sigma) << sigma;
    }
    void theTailIsTheSumOfWhatIsThere()
    {
        QFETCH(int, sigma);
        const QList<double> exact = masses(sigma);
        for (const int from : {-5, 0, 1, 2, 5 * sigma}) {
            double sum = 0;
            for (int x = 10 * sigma; x >= from; --x)
                sum += exact[x + 10 * sigma];
            const double tail = Noise::tailOfDiscreteGaussian(sigma, from);
            QVERIFY2(std::abs(tail / sum - 1) < 1e-12, qPrintable(QString::number(tail)));
        }
    }
    void theIntervalHoldsNineteenOfTwenty()
    {
        // By hand: of σ = 3, from -5 to 5 are 93.3 % and from -6 to 6 are 97.0 %.
        QCOMPARE(Noise::intervalOfDiscreteGaussian(3), qint64(6));
        QCOMPARE(Noise::intervalOfDiscreteGaussian(4), qint64(8));
    }
};

QTEST_GUILESS_MAIN(TestDiscreteGaussian)
#include "tst_discretegaussian.moc"
