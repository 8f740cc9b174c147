#pragma once

#include "contract/datadictionary.h"
#include "contract/publicstrings.h"

#include <QMap>

namespace Telemetry {

/// The bytes of the data dictionary that this plugin was built with. Any thread.
[[nodiscard]] QByteArray shippedDictionarySource();
/// The same, read. Any thread. Loading takes milliseconds: keep what it returns.
[[nodiscard]] Result<DataDictionary> shippedDictionary();
/// The public plugin list that this plugin was built with. Any thread.
[[nodiscard]] Result<PublicStrings> shippedPublicStrings();
/// The same, as it is.
[[nodiscard]] QByteArray shippedPublicList();
/// Where each level is sent, as a document; only in the collector. What the client uses is Endpoints.
[[nodiscard]] QByteArray shippedEndpoints();
/// A made-up month that anybody can draw again, by their paths in the public folder; only in the aggregation.
[[nodiscard]] QMap<QString, QByteArray> shippedAuditKit();
/// The style and the picture of the public pages, by their names; only in the program that writes them.
[[nodiscard]] QMap<QString, QByteArray> shippedPageFiles();

} // namespace Telemetry
