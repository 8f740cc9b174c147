#pragma once

#include "client/package/installplan.h"

#include <QObject>
#include <QPointer>

namespace Telemetry {

class ConsentController;

/// Uninstalls napari-telemetry from this environment after the user's click, by what made the environment, and tells
/// the controller the end. GUI thread; the work is done by a child process. Deletes itself; destroying it ends the
/// child.
class Removal : public QObject
{
    Q_OBJECT
public:
    Removal(ConsentController *controller, const InstallFacts &facts, QObject *parent);

    /// Once. Where it can't be done from here the controller gets the reason and the command at once.
    void begin();

private:
    void end(const QString &problem);

    QPointer<ConsentController> m_controller;
    InstallPlan m_plan;
};

} // namespace Telemetry
