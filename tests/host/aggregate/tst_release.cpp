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
    const Period m_week = *Period::fromString(u"2026-W40");
    const Period m_month = *Period::fromString(u"2026-10");

    Release release(const TableCounts &counts, const Period &period) const
    {
        return makeRelease(period, TestSupport::dictionary(), counts, m_key).release;
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
        const Release first = release(counts, m_month);
        QCOMPARE(release(counts, m_month), first);
        // Other cells beside it change nothing of a cell.
        counts[u"plugins"_s][u"[\"another\"]"_s] = 4000;
        counts[u"users-month"_s][u"[]"_s] = 4000;
        const Release second = release(counts, m_month);
        for (const ReleasedCell &cell : first.cells)
            QVERIFY(second.cells.contains(cell));
        QCOMPARE(second.cells.size(), first.cells.size() + 2);
        QVERIFY(makeRelease(m_month, TestSupport::dictionary(), counts, QByteArray(32, 'x')).release != second);
        QVERIFY(makeRelease(*Period::fromString(u"2026-11"), TestSupport::dictionary(), counts, m_key).release.cells
                != second.cells);
    }
    void keepsNearTheCount()
    {
        TableCounts counts;
        for (int i = 0; i < 1000; ++i)
            counts[u"plugins"_s][u"[\"p%1\"]"_s.arg(i)] = 5'000'000'000 + i;
        const Release made = release(counts, m_month);
        QCOMPARE(made.cells.size(), 1000);
        int exact = 0;
        for (const ReleasedCell &cell : made.cells) {
            const qint64 count = counts[cell.table][cell.key];
            QCOMPARE(cell.reporters % 5, 0);
            QVERIFY(std::abs(cell.reporters - count) <= 9 * 4 + 2); // nine sigma: e^-40
            exact += cell.reporters / 5 * 5 == (count + 2) / 5 * 5 ? 1 : 0;
        }
        QVERIFY(exact < 900); // there is noise
        QCOMPARE(made.period, m_month);
        QCOMPARE(made.dictionary, TestSupport::dictionary().version());
        QCOMPARE(made.rounding, 5);
        QVERIFY(made.drawings.contains(Drawing{u"plugins"_s, 4, 26, u"plugin"_s, {u"name"_s}}));
        QVERIFY(made.drawings.contains(Drawing{u"users-month"_s, 3, 20, u"user"_s, {}}));
    }
    void eachTableHasItsOwnThreshold()
    {
        TableCounts counts;
        for (int i = 0; i < 1000; ++i) {
            counts[u"plugins"_s][u"[\"p%1\"]"_s.arg(i)] = 22;
            counts[u"napari-versions-month"_s][u"[\"0.9.%1\"]"_s.arg(i)] = 22;
        }
        for (const ReleasedCell &cell : release(counts, m_month).cells)
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
        QList<Drawing> drawings = release({}, m_week).drawings;
        drawings += makeRelease(m_month, TestSupport::dictionary(), {}, m_key).release.drawings;
        const auto drawing =
            std::find_if(drawings.begin(), drawings.end(), [&](const Drawing &each) { return each.table == table; });
        QVERIFY(Noise::tailOfDiscreteGaussian(drawing->sigma, drawing->threshold - 1) < 1e-9);
        QVERIFY(Noise::tailOfDiscreteGaussian(drawing->sigma, drawing->threshold - 2) > 1e-9);
    }
    void weeksAndMonthsHaveTablesOfTheirOwn()
    {
        const TableCounts counts{{u"users"_s, {{u"[]"_s, 5000}}}, {u"users-month"_s, {{u"[]"_s, 7000}}}};
        const Release week = release(counts, m_week);
        QCOMPARE(week.cells.size(), 1);
        QCOMPARE(week.cells.first().table, u"users"_s);
        QVERIFY(week.sums.isEmpty());
        const Release month = makeRelease(m_month, TestSupport::dictionary(), counts, m_key).release;
        QCOMPARE(month.cells.size(), 1); // nobody was new, so no sum is published
        QCOMPARE(month.cells.first().table, u"users-month"_s);
        QCOMPARE(month.sums.size(), 2);
    }
    /// A year is the sum of its months, with the noise of each; it begins anew in January, and ever goes on.
    void aYearIsTheSumOfItsMonths()
    {
        std::optional<Release> before;
        qint64 counted = 0;
        for (const auto &[month, first, total, months] :
             QList<std::tuple<QString, qint64, qint64, int>>{{u"2026-11"_s, 4000, 4000, 1},
                                                             {u"2026-12"_s, 10, 4010, 2},
                                                             {u"2027-01"_s, 3000, 3000, 1},
                                                             {u"2027-02"_s, 0, 3000, 2}}) {
            TableCounts counts{{u"users-ever"_s, {{u"[]"_s, 500}}}};
            if (first > 0)
                counts[u"users-year"_s][u"[]"_s] = first;
            counted += 500;
            const Release made = makeRelease(*Period::fromString(month), TestSupport::dictionary(), counts, m_key,
                                             before ? &*before : nullptr)
                                     .release;
            QCOMPARE(made.cells.size(), 2);
            QVERIFY(std::abs(made.cells[0].reporters - counted) <= 60); // users-ever
            QVERIFY(std::abs(made.cells[1].reporters - total) <= 60);
            QCOMPARE(made.sums[1].months, months);
            QVERIFY(made.sums[1].noisy != total || made.sums[0].noisy != counted);
            before = made;
        }
        QCOMPARE(before->sums[0].months, 4);
    }
    void aSumNeedsAHigherThreshold()
    {
        QCOMPARE(thresholdOfSum(20, 1), 20);
        QCOMPARE(thresholdOfSum(20, 4), 40);
        QCOMPARE(thresholdOfSum(20, 12), 70);
        Release before{m_month, 1, 5, {}, {}, {{u"users-year"_s, 0, 9}}};
        const TableCounts counts{{u"users-year"_s, {{u"[]"_s, 55}}}}; // ten months: 63.2
        QVERIFY(makeRelease(*Period::fromString(u"2026-11"), TestSupport::dictionary(), counts, m_key, &before)
                    .release.cells.isEmpty());
        before.sums.first().months = 1;
        QCOMPARE(makeRelease(*Period::fromString(u"2026-11"), TestSupport::dictionary(), counts, m_key, &before)
                     .release.cells.size(),
                 1);
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
                                 {u"users-month"_s, {{u"[]"_s, 1}}}};
        const NewRelease made = makeRelease(m_month, TestSupport::dictionary(), counts, m_key);
        QCOMPARE(made.release.cells.size(), 1);
        QCOMPARE(made.tallies[u"plugins"_s].published, 1);
        QCOMPARE(made.tallies[u"plugins"_s].suppressed, 1);
        QCOMPARE(made.tallies[u"users-month"_s].published, 0);
        QCOMPARE(made.tallies[u"users-month"_s].suppressed, 1);
    }
};

QTEST_GUILESS_MAIN(TestRelease)
#include "tst_release.moc"
