#include "host/aggregate/discretelaplace.h"

#include "support/chisquare.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDiscreteLaplace : public QObject
{
    Q_OBJECT

    const QByteArray m_key = QByteArray(32, 'k');

private Q_SLOTS:
    void bernoulliIsExact_data()
    {
        QTest::addColumn<quint64>("numerator");
        QTest::addColumn<quint64>("denominator");
        QTest::newRow("never less") << quint64(0) << quint64(7);
        QTest::newRow("1/1000") << quint64(1) << quint64(1000);
        QTest::newRow("1/2") << quint64(1) << quint64(2);
        QTest::newRow("7/10") << quint64(7) << quint64(10);
        QTest::newRow("1") << quint64(1) << quint64(1);
        QTest::newRow("1, large") << quint64(1'000'000) << quint64(1'000'000);
        QTest::newRow("more than 1") << quint64(5) << quint64(2);
        QTest::newRow("large and more than 1") << quint64(3'000'000'000'000) << quint64(2'000'000'000'000);
    }
    void bernoulliIsExact()
    {
        QFETCH(quint64, numerator);
        QFETCH(quint64, denominator);
        constexpr int draws = 100'000;
        NoiseStream stream(m_key, u"2026-W40"_s, u"users"_s, u"[]"_s);
        int yes = 0;
        for (int i = 0; i < draws; ++i)
            yes += Noise::bernoulliExp(numerator, denominator, stream) ? 1 : 0;
        const double p = std::exp(-double(numerator) / double(denominator));
        if (numerator == 0)
            QCOMPARE(yes, draws);
        else
            QVERIFY(TestSupport::fits({double(yes), double(draws - yes)}, {p * draws, (1 - p) * draws}));
    }
    void noiseIsExact_data()
    {
        QTest::addColumn<quint64>("scale");
        QTest::addColumn<bool>("ofManyCells");
        QTest::newRow("1") << quint64(1) << false;
        QTest::newRow("1, a draw of each cell") << quint64(1) << true;
        QTest::newRow("2") << quint64(2) << false;
        QTest::newRow("4") << quint64(4) << false;
        QTest::newRow("5") << quint64(5) << false;
    }
    void noiseIsExact()
    {
        QFETCH(quint64, scale);
        QFETCH(bool, ofManyCells);
        constexpr int draws = 100'000;
        const double e = 1.0 / double(scale);
        const auto mass = [e](double x) { return std::expm1(e) / (std::exp(e) + 1) * std::exp(-e * std::abs(x)); };
        int edge = 0; // from here on the tails are one class each
        while (mass(edge + 1) * draws >= 20)
            ++edge;
        QList<double> found(2 * edge + 1, 0);
        QList<double> expected;
        for (int x = -edge; x <= edge; ++x) // the sum beyond x is mass(x) / (1 - e^-ε)
            expected.append(draws * (std::abs(x) == edge ? mass(x) / -std::expm1(-e) : mass(x)));
        NoiseStream one(m_key, u"2026-W40"_s, u"users"_s, u"[]"_s);
        for (int i = 0; i < draws; ++i) {
            NoiseStream own(m_key, u"2026-W40"_s, u"users"_s, QString::number(i));
            const qint64 x = Noise::discreteLaplace(scale, ofManyCells ? own : one);
            ++found[qBound(qint64(-edge), x, qint64(edge)) + edge];
        }
        QVERIFY(TestSupport::fits(found, expected));
    }
    void copesWithTheGreatestScale()
    {
        NoiseStream stream(m_key, u"2026-W40"_s, u"users"_s, u"[]"_s);
        for (int i = 0; i < 1000; ++i) // the chance to be beyond is e^-40
            QVERIFY(std::abs(double(Noise::discreteLaplace(1'000'000, stream))) < 40e6);
    }
};

QTEST_GUILESS_MAIN(TestDiscreteLaplace)
#include "tst_discretelaplace.moc"
