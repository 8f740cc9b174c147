#pragma once

#include <QString>

namespace Telemetry {

/// What a site has beside the pages that are written here, and where it is. A value.
struct SiteShape
{
    bool hasScripts = false;  ///< pages.js, with which the list of plugins can be searched and sorted
    bool hasVerifier = false; ///< verify.js, with which certificates are verified
    QString address = {};     ///< where it is served, with a slash at its end; empty: nobody said so
    bool hasProposal = false; ///< proposal.html, NAP-8
    QString contact = {};     ///< how to reach the operators; empty: nobody said so
};

} // namespace Telemetry
