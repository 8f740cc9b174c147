#include "host/aggregate/release.h"

#include "host/aggregate/discretegaussian.h"
#include "support/dictionary.h"

#include <QTest>

#include <cstdlib>
#include <limits>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRelease : public QObject
{
    Q_OBJECT

    const QByteArray m_key = QByteArray(32, 'k');
    const Week m_week = *Week::fromString(u"2026-W40");

    Release release(const TableCounts &counts) const
    {
        return makeRelease(m_week, TestSupport::dictionary(), counts, m_key).release;
    }

private Q_SLOTS:
    void roundsAndSuppresses_data()
    {
        QTest::addColumn<qint64>("noisy");
        QTest::addColumn<qint64>("threshold");
        QTest::addColumn<qint64>("rounding");
        QTest::addColumn<qint64>("published"); // -1: suppressed
        const auto row = [](const char *name, qint64 noisy, qint64 threshold, qint64 rounding, qint64 published) {
            QTest::newRow(name) << noisy << threshold << rounding << published;
        };
        row("far below", -30, 15, 5, -1);
        row("zero", 0, 15, 5, -1);
        row("just below", 14, 15, 5, -1);
        row("threshold", 15, 15, 5, 15);
        row("down", 17, 15, 5, 15);
        row("up", 18, 15, 5, 20);
        row("below the threshold after rounding", 17, 17, 5, 15);
        row("tie goes up", 25, 15, 10, 30);
        row("below the tie", 24, 15, 10, 20);
        row("no rounding", 23, 15, 1, 23);
        row("even", 21, 15, 4, 20);
        row("tie, even", 22, 15, 4, 24);
        row("rounding is the threshold", 15, 15, 15, 15);
        row("beyond 31 bits", 3'000'000'003, 15, 5, 3'000'000'005);
        row("beyond 53 bits", 9'007'199'254'740'994, 15, 5, 9'007'199'254'740'995);
    }
    void roundsAndSuppresses()
    {
        QFETCH(qint64, noisy);
        QFETCH(qint64, threshold);
        QFETCH(qint64, rounding);
        const auto published = publishedCount(noisy, threshold, rounding);
        QTEST(published.value_or(-1), "published");
    }
    void releasesTheSameAgain()
    {
        TableCounts counts;
        for (int i = 0; i < 200; ++i)
            counts[u"plugins"_s][u"[\"p%1\"]"_s.arg(i)] = i;
        const Release first = release(counts);
        QCOMPARE(release(counts), first);
        // Other cells beside it change nothing of a cell.
        counts[u"plugins"_s][u"[\"another\"]"_s] = 4000;
        counts[u"users"_s][u"[]"_s] = 4000;
        const Release second = release(counts);
        for (const ReleasedCell &cell : first.cells)
            QVERIFY(second.cells.contains(cell));
        QCOMPARE(second.cells.size(), first.cells.size() + 2);
        QVERIFY(makeRelease(m_week, TestSupport::dictionary(), counts, QByteArray(32, 'x')).release != second);
        QVERIFY(makeRelease(m_week.plusWeeks(1), TestSupport::dictionary(), counts, m_key).release.cells
                != second.cells);
    }
    void keepsNearTheCount()
    {
        TableCounts counts;
        for (int i = 0; i < 1000; ++i)
            counts[u"plugins"_s][u"[\"p%1\"]"_s.arg(i)] = 5'000'000'000 + i;
        const Release made = release(counts);
        QCOMPARE(made.cells.size(), 1000);
        int exact = 0;
        for (const ReleasedCell &cell : made.cells) {
            const qint64 count = counts[cell.table][cell.key];
            QCOMPARE(cell.reporters % 5, 0);
            QVERIFY(std::abs(cell.reporters - count) <= 9 * 4 + 2); // nine sigma: e^-40
            exact += cell.reporters / 5 * 5 == (count + 2) / 5 * 5 ? 1 : 0;
        }
        QVERIFY(exact < 900); // there is noise
        QCOMPARE(made.week, m_week);
        QCOMPARE(made.dictionary, TestSupport::dictionary().version());
        QCOMPARE(made.rounding, 5);
        QVERIFY(made.drawings.contains(Drawing{u"plugins"_s, 4, 26}));
        QVERIFY(made.drawings.contains(Drawing{u"users"_s, 3, 20}));
    }
    void eachTableHasItsOwnThreshold()
    {
        TableCounts counts;
        for (int i = 0; i < 1000; ++i) {
            counts[u"plugins"_s][u"[\"p%1\"]"_s.arg(i)] = 22;
            counts[u"napari-versions"_s][u"[\"0.9.%1\"]"_s.arg(i)] = 22;
        }
        for (const ReleasedCell &cell : release(counts).cells)
            QVERIFY(cell.reporters >= (cell.table == u"plugins"_s ? 25 : 20)); // 26 becomes 25
    }
    void nobodyIsPublishedAlone_data()
    {
        QTest::addColumn<QString>("table");
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            for (const TableDefinition &table : topic.tables)
                QTest::newRow(qPrintable(table.table)) << table.table;
        }
    }
    /// With the threshold that the dictionary states a count of one is published with a probability below 10^-9; with a
    /// lower one it would not be.
    void nobodyIsPublishedAlone()
    {
        QFETCH(QString, table);
        const Release made = release({});
        const auto drawing = std::find_if(made.drawings.begin(), made.drawings.end(),
                                          [&](const Drawing &each) { return each.table == table; });
        QVERIFY(Noise::tailOfDiscreteGaussian(drawing->sigma, drawing->threshold - 1) < 1e-9);
        QVERIFY(Noise::tailOfDiscreteGaussian(drawing->sigma, drawing->threshold - 2) > 1e-9);
    }
    void whatTheDictionaryDoesNotHaveIsNotPublished()
    {
        const NewRelease made =
            makeRelease(m_week, TestSupport::dictionary(), {{u"secrets"_s, {{u"[]"_s, 5000}}}}, m_key);
        QVERIFY(made.release.cells.isEmpty() && made.tallies.isEmpty());
    }
    void talliesWhatIsSuppressed()
    {
        const TableCounts counts{{u"plugins"_s, {{u"[\"a\"]"_s, 5000}, {u"[\"b\"]"_s, 1}}},
                                 {u"users"_s, {{u"[]"_s, 1}}}};
        const NewRelease made = makeRelease(m_week, TestSupport::dictionary(), counts, m_key);
        QCOMPARE(made.release.cells.size(), 1);
        QCOMPARE(made.tallies[u"plugins"_s].published, 1);
        QCOMPARE(made.tallies[u"plugins"_s].suppressed, 1);
        QCOMPARE(made.tallies[u"users"_s].published, 0);
        QCOMPARE(made.tallies[u"users"_s].suppressed, 1);
    }
};

QTEST_GUILESS_MAIN(TestRelease)
#include "tst_release.moc"
