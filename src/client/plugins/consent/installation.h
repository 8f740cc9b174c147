#pragma once

#include "client/package/installplan.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Telemetry {

class AbstractInstaller;
class ConsentController;
class EnvironmentLook;
class InstallDialog;
class QueueInstaller;

/// One installation after a yes, from its window to its end: looks at the environment, decides the way, runs it or says
/// what a person has to run, and tells the controller. GUI thread. Goes with its window.
class Installation : public QObject
{
    Q_OBJECT
public:
    /// `look` outlives it. `window`: above which it is shown.
    Installation(ConsentController *controller, EnvironmentLook *look, InstallPlan::Action action, QWidget *window,
                 QObject *parent);

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

    QPointer<ConsentController> m_controller;
    EnvironmentLook *m_look;
    InstallPlan::Action m_action;
    InstallFacts m_facts;
    std::optional<InstallPlan> m_plan;
    QPointer<InstallDialog> m_dialog;
    QueueInstaller *m_queue;
    AbstractInstaller *m_process;
    AbstractInstaller *m_running = nullptr;
};

} // namespace Telemetry
