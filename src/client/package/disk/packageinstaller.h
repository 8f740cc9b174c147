#pragma once

#include "client/package/abstractinstaller.h"
#include "client/package/installoutput.h"

#include <QProcess>

#include <memory>

namespace Telemetry {

/// Runs it as a child of this process, with the user's own configuration. Destroying it ends the child.
class PackageInstaller : public AbstractInstaller
{
    Q_OBJECT
public:
    using AbstractInstaller::AbstractInstaller;
    ~PackageInstaller() override;

    void start(const QString &program, const QStringList &arguments) override;
    void cancel() override;
    [[nodiscard]] bool isRunning() const override;

private:
    void readOutput();
    void end(bool succeeded, const QString &reason);

    InstallOutput m_output;
    std::unique_ptr<QProcess> m_process;
    bool m_cancelled = false;
};

} // namespace Telemetry
