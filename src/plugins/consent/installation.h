#pragma once

#include "consent/installplan.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Telemetry {

class AbstractInstaller;
class ConsentController;
class InstallDialog;
class QueueInstaller;

/// One installation after a yes, from its window to its end: looks at the environment, decides the way, runs it or says
/// what a person has to run, and tells the controller. GUI thread. Goes with its window.
class Installation : public QObject
{
    Q_OBJECT
public:
    /// `window`: above which it is shown.
    Installation(ConsentController *controller, InstallPlan::Action action, QWidget *window, QObject *parent);

    ~Installation() override;

    void begin();
    /// Answers factsWanted(): JSON with "prefix", "bundled", "pip" and "queue". False when it can't be read.
    bool setFacts(const QString &json);
    /// Whether something is installing at present, and not only its window open.
    [[nodiscard]] bool isRunning() const;
    /// Where the queue's answers go.
    [[nodiscard]] QueueInstaller *queue() const { return m_queue; }

Q_SIGNALS:
    /// Python answers with setFacts() before this returns.
    void factsWanted();

private:
    void attempt();
    void run(AbstractInstaller *installer);
    void stop();
    void finish(bool succeeded, const QString &reason);
    [[nodiscard]] bool isThere() const;
    void listenTo(AbstractInstaller *installer);

    QPointer<ConsentController> m_controller;
    InstallPlan::Action m_action;
    InstallFacts m_facts;
    std::optional<InstallPlan> m_plan;
    QPointer<InstallDialog> m_dialog;
    QueueInstaller *m_queue;
    AbstractInstaller *m_process;
    AbstractInstaller *m_running = nullptr;
};

} // namespace Telemetry
