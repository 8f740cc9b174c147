#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>
#include <QString>

#include <optional>

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

/// The value of a topic whose fields are all about a layer; nothing for any other topic. Always valid by the
/// dictionary: what is not on its closed lists becomes "other". Pure; any thread.
[[nodiscard]] std::optional<QJsonObject> layerValue(const LayerFacts &facts, const TopicDefinition &topic);

} // namespace Telemetry
