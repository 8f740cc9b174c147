#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>
#include <QString>

namespace Telemetry {

/// What napari says about a layer, before it is made coarser. In this form it never leaves the computer, nor the
/// memory.
struct LayerFacts
{
    QString layerType;   ///< as napari calls the kind, e.g. "image"
    QString arrayModule; ///< the module of the data's type, e.g. "dask.array.core"
    QString dtype;       ///< e.g. "uint16"
    int ndim = 0;
    double elements = 0; ///< how many elements the data has; may be beyond any integer
};

/// The same as far as it may be counted and written: texts of the dictionary's closed lists only, and the least number
/// of elements of the size class. What layerValue() makes of it is the same as of the facts. Pure; any thread.
[[nodiscard]] LayerFacts coarsened(const LayerFacts &facts, const TopicDefinition &topic);

/// The value of the topic `layer-data` with this count class; always valid by the dictionary: what is not on its closed
/// lists becomes "other". Pure; any thread.
[[nodiscard]] QJsonObject layerValue(const LayerFacts &facts, const QString &countClass, const TopicDefinition &topic);

} // namespace Telemetry
