#pragma once

#include "client/package/installplan.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace Telemetry {

class AbstractInstaller;
class InstallDialog;
class PackageKeeper;
class QueueInstaller;

/// One installation after a yes, from its window to its end: looks at the environment, decides the way, runs it or says
/// what a person has to run, and tells the keeper. GUI thread. Goes with its window.
class Installation : public QObject
{
    Q_OBJECT
public:
    /// Looks at the environment, anew each time.
    using Look = std::function<InstallFacts()>;

    /// `process` runs what the queue of napari's plugin manager can't, and becomes ours. `window`: above which it is
    /// shown.
    Installation(PackageKeeper *package, Look look, InstallPlan::Action action, AbstractInstaller *process,
                 QWidget *window, QObject *parent);
    ~Installation() override;

    void begin();
    /// Whether something is installing at present, and not only its window open.
    [[nodiscard]] bool isRunning() const;
    /// Where the queue's answers go.
    [[nodiscard]] QueueInstaller *queue() const { return m_queue; }

private:
    void attempt();
    void run(AbstractInstaller *installer);
    void stop();
    void finish(bool succeeded, const QString &reason);
    [[nodiscard]] bool isThere() const;
    void listenTo(AbstractInstaller *installer);

    QPointer<PackageKeeper> m_package;
    Look m_look;
    InstallPlan::Action m_action;
    InstallFacts m_facts;
    std::optional<InstallPlan> m_plan;
    QPointer<InstallDialog> m_dialog;
    QueueInstaller *m_queue;
    AbstractInstaller *m_process;
    AbstractInstaller *m_running = nullptr;
};

} // namespace Telemetry
