#pragma once

#include "client/package/installplan.h"

#include <QObject>
#include <QPointer>

namespace Telemetry {

class AbstractInstaller;
class PackageKeeper;

/// Uninstalls napari-telemetry from this environment after the user's click, by what made the environment, and tells
/// the keeper the end. GUI thread; the work is done by a child process. Deletes itself; destroying it ends the
/// child.
class Removal : public QObject
{
    Q_OBJECT
public:
    /// `process` runs it, and becomes ours.
    Removal(PackageKeeper *package, const InstallFacts &facts, AbstractInstaller *process, QObject *parent);

    /// Once. Where it can't be done from here the keeper gets the reason and the command at once.
    void begin();

private:
    void end(const QString &problem);

    QPointer<PackageKeeper> m_package;
    AbstractInstaller *m_process;
    InstallPlan m_plan;
};

} // namespace Telemetry
