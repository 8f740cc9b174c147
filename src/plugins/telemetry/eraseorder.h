#pragma once

#include "consent/erasegrant.h"
#include "contract/endpoints.h"
#include "plugins/host.h"
#include "spool/eventkey.h"

#include <QList>

namespace Telemetry {

/// What the user wants erased at the collector.
struct EraseOrder
{
    EraseGrant grant;
    Host host;
    Endpoints endpoints;
    QList<EventKey> chosen = {}; ///< only these; empty: everything
    bool resumed = false;        ///< goes on with what erasingFile() names, instead
};

} // namespace Telemetry
