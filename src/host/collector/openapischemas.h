#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>

namespace Telemetry {

/// `{"$ref": "#/components/schemas/NAME"}`.
[[nodiscard]] QJsonObject schemaNamed(const QString &name);
/// An object with exactly these properties.
[[nodiscard]] QJsonObject closedSchema(const QJsonObject &properties);

/// The schemas of the collector's description (JSON Schema 2020-12), by name. A topic's value is described by the
/// dictionary's own schema, as it stands: docs/adr/0003 says why that means the same to others.
[[nodiscard]] QJsonObject openApiSchemas(const DataDictionary &dictionary);

} // namespace Telemetry
