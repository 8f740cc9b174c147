#include "host/aggregate/cellcounter.h"

#include "contract/reporter.h"
#include "support/dictionary.h"
#include "support/manyvalues.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCellCounter : public QObject
{
    Q_OBJECT

    static QJsonObject example(const QString &topic, const QString &field = {}, const QJsonValue &value = {})
    {
        QJsonObject object = TestSupport::dictionary().topic(topic)->example;
        if (!field.isEmpty())
            object[field] = value;
        return object;
    }

private Q_SLOTS:
    void countsReportersOfEachCell()
    {
        CellCounter counter(TestSupport::dictionary());
        QVERIFY(counter.add(u"user"_s, {}, FirstIn::Week));
        QVERIFY(counter.add(u"user"_s, {}, FirstIn::Year));
        QVERIFY(counter.add(u"user"_s, {}, FirstIn::Ever));
        QVERIFY(counter.add(u"napari"_s, example(u"napari"_s), FirstIn::Week));
        QVERIFY(counter.add(u"napari"_s, example(u"napari"_s, u"napari_version"_s, u"dev"_s), FirstIn::Month));
        QVERIFY(counter.add(u"plugin"_s, example(u"plugin"_s)));
        const TableCounts &counts = counter.counts();
        QCOMPARE(counts[u"users"_s], (CellCounts{{u"[]"_s, 3}}));
        QCOMPARE(counts[u"napari-versions"_s], (CellCounts{{u"[\"0.9.2\"]"_s, 1}, {u"[\"dev\"]"_s, 1}}));
        QCOMPARE(counts.size(), 2); // tables without a cell, and those of months, are not there
    }
    void ofAMonthOnlyTheFirstCount()
    {
        CellCounter counter(TestSupport::dictionary(), true);
        for (const FirstIn firstIn : {FirstIn::Week, FirstIn::Week, FirstIn::Month, FirstIn::Year, FirstIn::Ever})
            QVERIFY(counter.add(u"user"_s, {}, firstIn));
        QVERIFY(counter.add(u"napari"_s, example(u"napari"_s), FirstIn::Month));
        QVERIFY(counter.add(u"napari"_s, example(u"napari"_s), FirstIn::Week));
        const TableCounts &counts = counter.counts();
        QCOMPARE(counts[u"users-month"_s], (CellCounts{{u"[]"_s, 3}}));
        QCOMPARE(counts[u"users-year"_s], (CellCounts{{u"[]"_s, 2}}));
        QCOMPARE(counts[u"users-ever"_s], (CellCounts{{u"[]"_s, 1}}));
        QCOMPARE(counts[u"napari-versions-month"_s], (CellCounts{{u"[\"0.9.2\"]"_s, 1}}));
        QCOMPARE(counts.size(), 4);
    }
    void whatIsRecordedOnceAMonthCountsInItsMonth()
    {
        CellCounter counter(TestSupport::dictionary(), true);
        QVERIFY(counter.add(u"system"_s, example(u"system"_s)));
        QVERIFY(counter.add(u"plugin"_s, example(u"plugin"_s)));
        QVERIFY(counter.add(u"plugin"_s, example(u"plugin"_s, u"version"_s, u"0.1.0"_s)));
        const TableCounts &counts = counter.counts();
        QCOMPARE(counts[u"system-versions"_s], (CellCounts{{u"[\"linux\",\"debian 12\"]"_s, 1}}));
        QCOMPARE(counts[u"plugins"_s], (CellCounts{{u"[\"napari-svg\"]"_s, 2}}));
        QCOMPARE(counts[u"plugin-versions"_s],
                 (CellCounts{{u"[\"napari-svg\",\"0.1.0\"]"_s, 1}, {u"[\"napari-svg\",\"0.2.1\"]"_s, 1}}));
        QCOMPARE(counts.size(), 4);
    }
    void countsNothingUndefined_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("value");
        QTest::addColumn<std::optional<FirstIn>>("firstIn");
        const std::optional<FirstIn> none;
        QTest::newRow("topic") << u"weather"_s << example(u"plugin"_s) << none;
        QTest::newRow("value") << u"plugin"_s << example(u"napari"_s) << none;
        QTest::newRow("unreadable") << u"plugin"_s << QJsonObject() << none;
        QTest::newRow("field") << u"plugin"_s << example(u"plugin"_s, u"name"_s, u"Not a name"_s) << none;
        QTest::newRow("no first_in") << u"user"_s << QJsonObject() << none;
        QTest::newRow("first_in where there is none")
            << u"plugin"_s << example(u"plugin"_s) << std::optional(FirstIn::Week);
        QTest::newRow("first_in too long") << u"napari"_s << example(u"napari"_s) << std::optional(FirstIn::Year);
    }
    void countsNothingUndefined()
    {
        QFETCH(QString, topic);
        QFETCH(QJsonObject, value);
        QFETCH(std::optional<FirstIn>, firstIn);
        CellCounter counter(TestSupport::dictionary());
        QVERIFY(!counter.add(topic, value, firstIn));
        QVERIFY(counter.counts().isEmpty());
    }
    /// One person with as many events of every topic as its cap allows is in no cell twice.
    void everyCellCountsPeople()
    {
        CellCounter counter(TestSupport::dictionary());
        CellCounter ofMonth(TestSupport::dictionary(), true);
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            QSet<QByteArray> distinct;
            for (const QJsonObject &value : TestSupport::manyValues(topic, 4 * topic.cap)) {
                if (distinct.size() >= topic.cap || distinct.contains(distinctPart(topic, value)))
                    continue; // another event of the same reporter becomes one with it
                distinct.insert(distinctPart(topic, value));
                QVERIFY2(counter.add(topic.topic, value, topic.firstIn), qPrintable(topic.topic));
                QVERIFY(ofMonth.add(topic.topic, value, topic.firstIn));
            }
            QCOMPARE(distinct.size(), topic.cap);
            for (const TableDefinition &table : topic.tables) {
                const TableCounts &counts = (table.period > FirstIn::Week ? ofMonth : counter).counts();
                QVERIFY(!counts[table.table].isEmpty());
                for (const qint64 people : counts[table.table])
                    QCOMPARE(people, 1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCellCounter)
#include "tst_cellcounter.moc"
