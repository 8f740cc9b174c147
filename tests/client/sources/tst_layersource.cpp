#include "client/sources/layersource.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// What the topic says of the layer; valid.
QJsonObject valueOf(const LayerFacts &facts, QStringView name)
{
    const TopicDefinition &topic = *TestSupport::dictionary().topic(name);
    const auto value = layerValue(facts, topic);
    return value && !topic.schema.validate(*value) ? *value : QJsonObject();
}

} // namespace

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
        const LayerFacts facts{u"image"_s, module, dtype, 3, elements};
        QTEST(valueOf(facts, u"layer-array")["array_type"_L1].toString(), "arrayType");
        QTEST(valueOf(facts, u"layer-dtype")["dtype"_L1].toString(), "type");
        QTEST(valueOf(facts, u"layer-size")["size_class"_L1].toString(), "size");
    }
    void unknownLayersAndDimensionsStayValid()
    {
        QCOMPARE(valueOf({u"/home/ada"_s, {}, {}, 99, 1}, u"layer-dimensions"),
                 (QJsonObject{{u"layer_type"_s, u"other"_s}, {u"ndim"_s, 32}}));
        QCOMPARE(valueOf({u"image"_s, {}, {}, -1, 1}, u"layer-dimensions")["ndim"_L1].toInt(-2), 0);
    }
    void topicsAboutOtherThingsHaveNoValue()
    {
        int some = 0;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            const bool isAboutLayers = topic.topic.startsWith("layer-"_L1);
            QCOMPARE(layerValue({u"image"_s, u"numpy"_s, u"uint8"_s, 3, 1}, topic).has_value(), isAboutLayers);
            some += isAboutLayers;
        }
        QCOMPARE(some, 4);
    }
};

QTEST_GUILESS_MAIN(TestLayerSource)
#include "tst_layersource.moc"
