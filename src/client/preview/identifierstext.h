#pragma once

#include "client/spool/abstractreceipts.h"
#include "client/spool/abstractspool.h"
#include "contract/datadictionary.h"

#include <QCoreApplication>

namespace Telemetry {

/// The identifiers (reporters) that events on this computer bear, as a text to read or to copy.
class IdentifiersText
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::IdentifiersText)
public:
    /// A line for each event, and for each mark of an erased one: week, topic, identifier, and what it says.
    [[nodiscard]] static QString of(const DataDictionary &dictionary, const QList<SpooledEvent> &events,
                                    const QList<Receipt> &erased);
};

} // namespace Telemetry
