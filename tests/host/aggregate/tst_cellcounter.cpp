#include "host/aggregate/cellcounter.h"

#include "support/dictionary.h"

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
        QVERIFY(counter.add(u"environment"_s, example(u"environment"_s)));
        QVERIFY(counter.add(u"environment"_s, example(u"environment"_s, u"napari_version"_s, u"dev"_s)));
        QVERIFY(counter.add(u"environment"_s, example(u"environment"_s, u"first_report"_s, true)));
        QVERIFY(counter.add(u"plugin"_s, example(u"plugin"_s)));
        QVERIFY(counter.add(u"plugin"_s, example(u"plugin"_s, u"version"_s, u"0.1.0"_s)));
        const TableCounts &counts = counter.counts();
        QCOMPARE(counts[u"users"_s], (CellCounts{{u"[]"_s, 3}}));
        QCOMPARE(counts[u"napari-versions"_s], (CellCounts{{u"[\"0.9.2\"]"_s, 2}, {u"[\"dev\"]"_s, 1}}));
        QCOMPARE(counts[u"first-reports"_s], (CellCounts{{u"[\"false\"]"_s, 2}, {u"[\"true\"]"_s, 1}}));
        QCOMPARE(counts[u"system-versions"_s], (CellCounts{{u"[\"linux\",\"debian 12\"]"_s, 3}}));
        QCOMPARE(counts[u"plugins"_s], (CellCounts{{u"[\"napari-svg\"]"_s, 2}}));
        QCOMPARE(counts[u"plugin-versions"_s],
                 (CellCounts{{u"[\"napari-svg\",\"0.1.0\"]"_s, 1}, {u"[\"napari-svg\",\"0.2.1\"]"_s, 1}}));
        QCOMPARE(counts.size(), 9); // tables without a cell are not there
    }
    void countsNothingUndefined_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("value");
        QTest::newRow("topic") << u"weather"_s << example(u"plugin"_s);
        QTest::newRow("value") << u"plugin"_s << example(u"environment"_s);
        QTest::newRow("unreadable") << u"plugin"_s << QJsonObject();
        QTest::newRow("field") << u"plugin"_s << example(u"plugin"_s, u"name"_s, u"Not a name"_s);
    }
    void countsNothingUndefined()
    {
        QFETCH(QString, topic);
        QFETCH(QJsonObject, value);
        CellCounter counter(TestSupport::dictionary());
        QVERIFY(!counter.add(topic, value));
        QVERIFY(counter.counts().isEmpty());
    }
    void knowsWhichTablesCountPeople()
    {
        QStringList reports;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            for (const TableDefinition &table : topic.tables) {
                if (!countsPeople(topic, table))
                    reports.append(table.table);
            }
        }
        // One person may have an image of each data type: the cell of a layer and a size holds several reporters.
        QCOMPARE(reports, (QStringList{u"layer-sizes"_s, u"layer-arrays"_s, u"layer-dtypes"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCellCounter)
#include "tst_cellcounter.moc"
