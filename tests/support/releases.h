#pragma once

#include "host/aggregate/release.h"

/// Releases for tests of what is published.
namespace TestSupport {

inline Telemetry::Release releaseOf(const QString &week, const QList<Telemetry::ReleasedCell> &cells)
{
    return {*Telemetry::Period::fromString(week),
            1,
            5,
            {{QStringLiteral("napari-versions"), 3, 20, QStringLiteral("napari"), {QStringLiteral("napari_version")}},
             {QStringLiteral("users"), 3, 20, QStringLiteral("user"), {}}},
            cells};
}

inline QList<Telemetry::Release> twoReleases()
{
    return {
        releaseOf(QStringLiteral("2026-W40"), {{QStringLiteral("napari-versions"), QStringLiteral("[\"0.9.2\"]"), 120},
                                               {QStringLiteral("users"), QStringLiteral("[]"), 5'000'000'000}}),
        releaseOf(QStringLiteral("2026-W42"), {{QStringLiteral("users"), QStringLiteral("[]"), 45}})};
}

} // namespace TestSupport
