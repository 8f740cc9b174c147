#pragma once

#include "platform/disk/container.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace TestSupport {

/// What a process in a container sees of it, in a folder that stands for "/".
class ContainerRoot
{
public:
    void put(const QString &path, const QByteArray &bytes = {}) const
    {
        const QString file = m_root.path() + path;
        QDir().mkpath(QFileInfo(file).path());
        QFile written(file);
        if (written.open(QIODevice::WriteOnly))
            written.write(bytes);
    }
    void mounts(const QByteArray &info) const { put(QStringLiteral("/proc/self/mountinfo"), info); }
    void set(const QString &name, const QString &value) { m_variables.insert(name, value); }
    [[nodiscard]] Telemetry::Container look() const { return Telemetry::Container(m_root.path(), m_variables); }

private:
    QTemporaryDir m_root;
    QProcessEnvironment m_variables;
};

} // namespace TestSupport
