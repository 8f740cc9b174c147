#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace Telemetry {

/// A version of napari and the day on which it came out.
struct NapariRelease
{
    QString version;
    QDate day;
    friend bool operator==(const NapariRelease &, const NapariRelease &) = default;
};

/// The releases of napari that a public list has days of, the oldest first. What is no version or no day is left out;
/// a list without any, or one that can't be read, has none: charts do without them. Pure; any thread.
[[nodiscard]] QList<NapariRelease> napariReleases(const QByteArray &publicList);

} // namespace Telemetry
