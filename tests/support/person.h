#pragma once

#include "client/consent/host.h"
#include "contract/endpoints.h"

#include <QTemporaryDir>
#include <QtGlobal>

namespace TestSupport {

/// A person's computer in a folder that goes with it. Clears the variables that would speak for them.
class Person
{
public:
    Person()
    {
        for (const char *name : {"CI", "DO_NOT_TRACK", "NAPARI_TELEMETRY", Telemetry::endpointVariable})
            qunsetenv(name);
    }
    /// In the folder of one environment.
    [[nodiscard]] Telemetry::Host host(const QString &environment = QStringLiteral("venv_01")) const
    {
        const QString base = m_folder.path();
        return {QStringLiteral("python"),
                base + QStringLiteral("/config/") + environment,
                base + QStringLiteral("/data"),
                environment,
                base + QStringLiteral("/site-packages/napari_telemetry"),
                QStringLiteral("0.9.2"),
                QStringLiteral("3.12.1"),
                {}};
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// A platform with a screen, for what decides by its name.
inline const QString screen = QStringLiteral("xcb");

} // namespace TestSupport
