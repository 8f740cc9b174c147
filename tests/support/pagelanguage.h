#pragma once

#include "host/pages/words.h"

namespace TestSupport {

/// One of the languages that the pages are in.
inline const Telemetry::PageTongue &tongue(const char *code)
{
    for (const Telemetry::PageTongue &each : Telemetry::pageTongues()) {
        if (each.code == QLatin1String(code))
            return each;
    }
    qFatal("no language %s", code);
}

} // namespace TestSupport
