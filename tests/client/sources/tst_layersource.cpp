#include "client/sources/layersource.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLayerSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyValueIsOnTheClosedLists_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("dtype");
        QTest::addColumn<double>("elements");
        QTest::addColumn<QString>("arrayType");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("size");
        QTest::newRow("numpy") << u"numpy"_s << u"uint8"_s << 999'999.0 << u"numpy"_s << u"uint8"_s << u"<1e6"_s;
        QTest::newRow("dask") << u"dask.array.core"_s << u"float32"_s << 1e6 << u"dask"_s << u"float32"_s << u"<1e8"_s;
        QTest::newRow("zarr") << u"zarr.core"_s << u"uint16"_s << 1e8 << u"zarr"_s << u"uint16"_s << u"<1e10"_s;
        QTest::newRow("huge") << u"tensorstore"_s << u"int64"_s << 1e300 << u"tensorstore"_s << u"int64"_s
                              << u">=1e10"_s;
        QTest::newRow("list") << u"builtins"_s << u"object"_s << 3.0 << u"list"_s << u"other"_s << u"<1e6"_s;
        QTest::newRow("jax") << u"jaxlib._jax"_s << u"bool"_s << 0.0 << u"jax"_s << u"bool"_s << u"<1e6"_s;
        QTest::newRow("torch") << u"torch"_s << u"torch.uint8"_s << 5.0 << u"torch"_s << u"uint8"_s << u"<1e6"_s;
        QTest::newRow("private class") << u"secret_lab.arrays"_s << u"[('x', '<f8')]"_s << 5.0 << u"other"_s
                                       << u"other"_s << u"<1e6"_s;
        QTest::newRow("looks like one of the list")
            << u"numpyish"_s << u">u2"_s << 5.0 << u"other"_s << u"other"_s << u"<1e6"_s;
    }
    void everyValueIsOnTheClosedLists()
    {
        QFETCH(QString, module);
        QFETCH(QString, dtype);
        QFETCH(double, elements);
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"layer-data");
        const QJsonObject value = layerValue({u"image"_s, module, dtype, 3, elements}, u"1"_s, topic);
        QVERIFY(!topic.schema.validate(value).has_value());
        QTEST(value["array_type"_L1].toString(), "arrayType");
        QTEST(value["dtype"_L1].toString(), "type");
        QTEST(value["size_class"_L1].toString(), "size");
        // What is kept of the layer says the same, and nothing more than the dictionary's words.
        const LayerFacts kept = coarsened({u"image"_s, module, dtype, 3, elements}, topic);
        QCOMPARE(layerValue(kept, u"1"_s, topic), value);
        QTEST(kept.arrayModule, "arrayType");
        QTEST(kept.dtype, "type");
        QCOMPARE(coarsened(kept, topic).elements, kept.elements);
        QVERIFY(kept.elements == 0 || kept.elements == 1e6 || kept.elements == 1e8 || kept.elements == 1e10);
    }
    void unknownLayersAndDimensionsStayValid()
    {
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"layer-data");
        const QJsonObject value = layerValue({u"/home/ada"_s, {}, {}, 99, 1}, u"100+"_s, topic);
        QVERIFY(!topic.schema.validate(value).has_value());
        QCOMPARE(value["layer_type"_L1].toString(), u"other"_s);
        QCOMPARE(value["ndim"_L1].toInt(), 32);
        QVERIFY(!topic.schema.validate(layerValue({u"image"_s, {}, {}, -1, 1}, u"1"_s, topic)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestLayerSource)
#include "tst_layersource.moc"
