#pragma once

#include "client/consent/clientfiles.h"
#include "client/sources/hostsource.h"
#include "contract/endpoints.h"

namespace Telemetry {

/// What does not change as long as napari runs: where the files are, where is sent, what this computer is.
struct ClientPlace
{
    ClientFiles files;
    Endpoints endpoints;
    HostFacts facts;
};

} // namespace Telemetry
