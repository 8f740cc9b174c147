#pragma once

#include "host/aggregate/csvcolumn.h"

#include "contract/datadictionary.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Telemetry {

/// What the last column of every table counts, and its heading.
inline constexpr QLatin1StringView countedUnit("people");

/// The columns of the table's CSV file between the week and the number.
[[nodiscard]] QList<CsvColumn> csvColumns(const TopicDefinition &topic, const TableDefinition &table);

/// datapackage.json (Data Package 1, with Table Schema): each CSV file with its columns, their types and what they
/// mean, so that programs which know the format need not guess. Pure.
[[nodiscard]] QByteArray dataPackage(const DataDictionary &dictionary);

} // namespace Telemetry
