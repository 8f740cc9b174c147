#pragma once

#include "host/collector/routetable.h"

#include "contract/datadictionary.h"

namespace Telemetry {

/// The description of these routes in OpenAPI 3.1, for people and for programs that try the collector. It is made of
/// the routes, the dictionary and the limits, so it can't tell of another collector. Routes of an operator, which have
/// no kind, are left out.
[[nodiscard]] QByteArray openApi(const QList<Route> &routes, const DataDictionary &dictionary);

} // namespace Telemetry
