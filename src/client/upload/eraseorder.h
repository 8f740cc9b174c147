#pragma once

#include "client/consent/erasegrant.h"
#include "client/spool/eventkey.h"

#include <QList>

namespace Telemetry {

/// What the user wants erased at the collector.
struct EraseOrder
{
    EraseGrant grant;
    QList<EventKey> chosen = {}; ///< only these; empty: everything
    bool resumed = false;        ///< goes on with what ErasingMark has kept, instead
};

} // namespace Telemetry
