#include "client/plugins/consent/removal.h"

#include "client/consent/host.h"
#include "client/package/disk/packageinstaller.h"
#include "client/plugins/consent/consentcontroller.h"

namespace Telemetry {

Removal::Removal(ConsentController *controller, const InstallFacts &facts, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_plan(facts, InstallPlan::Action::Remove, ourRelease())
{
}

void Removal::begin()
{
    if (!m_plan.obstacle().isEmpty()) {
        end(m_plan.obstacle() + u'\n' + m_plan.commandLine());
        return;
    }
    auto *process = new PackageInstaller(this);
    // What was put there without pip's knowing stays: pip says that all is well, and the controller sees that it is
    // not.
    connect(process, &PackageInstaller::finished, this,
            [this](bool succeeded, const QString &reason) { end(succeeded ? QString() : reason); });
    process->start(m_plan.program(), m_plan.arguments());
}

void Removal::end(const QString &problem)
{
    if (m_controller)
        m_controller->packageRemoved(problem);
    deleteLater();
}

} // namespace Telemetry
