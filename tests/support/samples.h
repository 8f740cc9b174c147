#pragma once

#include "client/consent/sampleevents.h"
#include "support/dictionary.h"

#include <QTimeZone>

/// What a person with a few plugins would see before the answer.
namespace TestSupport {

inline Telemetry::HostFacts hostFacts()
{
    using namespace Qt::StringLiterals;
    return {u"0.9.2"_s, u"3.12.4"_s, u"ubuntu"_s, u"24.04"_s, u"x86_64"_s, u"linux"_s};
}

inline Telemetry::Week sampleWeek()
{
    return Telemetry::Week::of(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
}

/// With the plugins that ship as public.
inline Telemetry::SampleEvents samplesFor(const std::optional<QList<Telemetry::InstalledPlugin>> &installed)
{
    return Telemetry::SampleEvents(dictionary(), hostFacts(), installed, publicStrings(), sampleWeek());
}

/// Two plugins that are public and one that is not.
inline Telemetry::SampleEvents someSamples()
{
    using namespace Qt::StringLiterals;
    return samplesFor(QList<Telemetry::InstalledPlugin>{{u"napari-3d-counter"_s, u"0.6.1"_s},
                                                        {u"mylab-secret"_s, u"1.2.3"_s},
                                                        {u"napari_3d_registration"_s, u"0.2.1"_s}});
}

} // namespace TestSupport
