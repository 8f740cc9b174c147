#pragma once

#include "host/aggregate/release.h"

/// Releases for tests of what is published.
namespace TestSupport {

inline Telemetry::Release releaseOf(const QString &week, const QList<Telemetry::ReleasedCell> &cells)
{
    return {*Telemetry::Week::fromString(week),
            1,
            5,
            {{QStringLiteral("plugin-versions"), 4, 26}, {QStringLiteral("users"), 3, 20}},
            cells};
}

inline QList<Telemetry::Release> twoReleases()
{
    return {releaseOf(QStringLiteral("2026-W40"),
                      {{QStringLiteral("plugin-versions"), QStringLiteral("[\"napari-svg\",\"0.2.1\"]"), 120},
                       {QStringLiteral("users"), QStringLiteral("[]"), 5'000'000'000}}),
            releaseOf(QStringLiteral("2026-W42"), {{QStringLiteral("users"), QStringLiteral("[]"), 45}})};
}

} // namespace TestSupport
