#include "client/package/removal.h"

#include "client/consent/host.h"
#include "client/package/abstractinstaller.h"
#include "client/package/packagekeeper.h"

namespace Telemetry {

Removal::Removal(PackageKeeper *package, const InstallFacts &facts, AbstractInstaller *process, QObject *parent)
    : QObject(parent)
    , m_package(package)
    , m_process(process)
    , m_plan(facts, InstallPlan::Action::Remove, ourRelease())
{
    m_process->setParent(this);
}

void Removal::begin()
{
    if (!m_plan.obstacle().isEmpty()) {
        end(m_plan.obstacle() + u'\n' + m_plan.commandLine());
        return;
    }
    // What was put there without pip's knowing stays: pip says that all is well, and the keeper sees that it is not.
    connect(m_process, &AbstractInstaller::finished, this,
            [this](bool succeeded, const QString &reason) { end(succeeded ? QString() : reason); });
    m_process->start(m_plan.program(), m_plan.arguments());
}

void Removal::end(const QString &problem)
{
    if (m_package)
        m_package->removed(problem);
    deleteLater();
}

} // namespace Telemetry
