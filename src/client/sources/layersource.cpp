#include "client/sources/layersource.h"

#include "client/sources/adopt.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString sizeClass(double elements)
{
    if (elements < 1e6)
        return u"<1e6"_s;
    if (elements < 1e8)
        return u"<1e8"_s;
    return elements < 1e10 ? u"<1e10"_s : u">=1e10"_s;
}

QString arrayType(const QString &module)
{
    const QString root = module.left(module.indexOf(u'.'));
    if (root == "builtins"_L1)
        return u"list"_s;
    return root == "jaxlib"_L1 ? u"jax"_s : root;
}

/// "uint8" of "torch.uint8".
QString dtypeName(const QString &dtype)
{
    return dtype.mid(dtype.lastIndexOf(u'.') + 1);
}

/// Nothing of a field that is not about layers. Only what is asked for is made: somebody waits for the first use.
std::optional<QJsonValue> coarsestOf(const QString &field, const LayerFacts &facts)
{
    if (field == "layer_type"_L1 || field == "array_type"_L1 || field == "dtype"_L1)
        return u"other"_s;
    if (field == "ndim"_L1)
        return std::clamp(facts.ndim, 0, 32);
    if (field == "size_class"_L1)
        return sizeClass(facts.elements);
    return std::nullopt;
}

} // namespace

std::optional<QJsonObject> layerValue(const LayerFacts &facts, const TopicDefinition &topic)
{
    // Starts from the coarsest valid value, and the dictionary alone decides what may replace it.
    QJsonObject value;
    for (const FieldDefinition &field : topic.fields) {
        const auto coarsest = coarsestOf(field.field, facts);
        if (!coarsest)
            return std::nullopt;
        value[field.field] = *coarsest;
    }
    if (value.isEmpty())
        return std::nullopt; // says something about the person, not about a layer
    adopt(value, topic, u"layer_type"_s, {facts.layerType});
    adopt(value, topic, u"array_type"_s, {arrayType(facts.arrayModule)});
    adopt(value, topic, u"dtype"_s, {dtypeName(facts.dtype)});
    return value;
}

} // namespace Telemetry
