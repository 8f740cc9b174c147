#pragma once

#include "client/package/abstractinstaller.h"
#include "client/package/installoutput.h"

namespace Telemetry {

/// Gives it to the queue of napari-plugin-manager, which runs one thing after the other, so that two installations
/// never change the environment at once. The queue is Python's, behind the glue: jobWanted() and cancelWanted() ask for
/// something, take(), end() and refuse() answer.
class QueueInstaller : public AbstractInstaller
{
    Q_OBJECT
public:
    using AbstractInstaller::AbstractInstaller;
    void start(const QString &program, const QStringList &arguments) override;
    void cancel() override;
    [[nodiscard]] bool isRunning() const override { return m_running; }

    /// What the queue says. Ignored while nothing runs.
    void take(const QString &text);
    /// `exitCode`: not 0 also when the user cancelled it in the plugin manager.
    void end(int exitCode);
    /// The queue could not be used; nothing was started.
    void refuse(const QString &reason);

Q_SIGNALS:
    /// JSON: {"program", "arguments"}.
    void jobWanted(const QString &job);
    void cancelWanted();

private:
    InstallOutput m_output;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace Telemetry
