#pragma once

#include "contract/datadictionary.h"
#include "contract/publicstrings.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Telemetry {

/// What the process knows about itself, before anything is made coarser. Never leaves the computer in this form.
struct HostFacts
{
    QString napariVersion;   ///< as napari says, e.g. "0.9.2" or "0.9.3a1.dev7+g0123abc"
    QString pythonVersion;   ///< as Python says, e.g. "3.12.4"
    QString productType;     ///< QSysInfo::productType(), e.g. "debian"
    QString productVersion;  ///< QSysInfo::productVersion(), e.g. "12"
    QString cpuArchitecture; ///< QSysInfo::currentCpuArchitecture(), e.g. "arm64"
    QString kernelType;      ///< QSysInfo::kernelType(), e.g. "linux"

    /// The system's part from QSysInfo. Any thread.
    [[nodiscard]] static HostFacts ofThisComputer(const QString &napariVersion, const QString &pythonVersion);
};

/// The value of a topic whose fields are all about napari and the computer; nothing for any other topic. Always valid
/// by the dictionary. What does not fit becomes coarser: a napari build that is not a stable release is "dev"; a
/// system's version that is not public is left out, a system that is not on the list is "other"; a Python version that
/// can't be read is "3.0", which no napari runs on. Versions of napari and Python are not held against the public list,
/// which may be older than they are here, and there is nothing coarser to say: the collector's list decides. Pure; any
/// thread.
[[nodiscard]] std::optional<QJsonObject> hostValue(const HostFacts &facts, const PublicStrings &publicStrings,
                                                   const TopicDefinition &topic);

} // namespace Telemetry
