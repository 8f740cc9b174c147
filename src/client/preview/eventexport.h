#pragma once

#include "client/spool/abstractspool.h"
#include "contract/datadictionary.h"

#include <QByteArray>

namespace Telemetry {

/// Events as a file for other tools. The words of columns and states are not translated. Pure.
namespace EventExport {

/// `{"dictionary": n, "events": [{"level", "state", "reason", "sent_on", "answer", "sentence", "event"}]}`; "event" has
/// the exact bytes.
[[nodiscard]] QByteArray toJson(const QList<SpooledEvent> &events, const DataDictionary &dictionary);
/// RFC 4180, UTF-8, with a heading line; the last column has the exact bytes.
[[nodiscard]] QByteArray toCsv(const QList<SpooledEvent> &events, const DataDictionary &dictionary);

} // namespace EventExport

} // namespace Telemetry
