#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>
#include <QString>

namespace Telemetry {

/// What napari says about a layer, before it is made coarser. Never leaves the computer in this form.
struct LayerFacts
{
    QString layerType;   ///< as napari calls the kind, e.g. "image"
    QString arrayModule; ///< the module of the data's type, e.g. "dask.array.core"
    QString dtype;       ///< e.g. "uint16"
    int ndim = 0;
    double elements = 0; ///< how many elements the data has; may be beyond any integer
};

/// The value of the topic `layer-data` with this count class; always valid by the dictionary: what is not on its closed
/// lists becomes "other". Pure; any thread.
[[nodiscard]] QJsonObject layerValue(const LayerFacts &facts, const QString &countClass, const TopicDefinition &topic);

} // namespace Telemetry
