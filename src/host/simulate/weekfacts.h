#pragma once

#include "host/simulate/person.h"

#include "contract/datadictionary.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace Telemetry {

/// One fact before it has a reporter.
struct Fact
{
    QString topic;
    QJsonObject value;
    std::optional<FirstIn> firstIn = {};
};

/// What one person reports in one week, within the caps.
struct WeekFacts
{
    QList<Fact> merged;       ///< what the person's new events amount to; of a month's facts those that are new in it
    QList<QList<Fact>> sends; ///< what is sent, one list after the other; merging them gives `merged`
};

/// Whether the person uses napari in that week.
[[nodiscard]] bool isActive(quint64 seed, const Person &person, Week week);

/// Depends on nothing but its arguments, so that weeks can be made in any order and in any blocks. Empty when the
/// person is not active or sends nothing.
[[nodiscard]] WeekFacts factsOf(quint64 seed, const Person &person, Week week, const Catalog &catalog,
                                const DataDictionary &dictionary);

} // namespace Telemetry
