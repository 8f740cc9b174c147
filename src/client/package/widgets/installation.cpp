#include "client/package/widgets/installation.h"

#include "client/consent/host.h"
#include "client/package/packagekeeper.h"
#include "client/package/packagelog.h"
#include "client/package/queueinstaller.h"
#include "client/package/widgets/installdialog.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Installation::Installation(PackageKeeper *package, Look look, InstallPlan::Action action, AbstractInstaller *process,
                           QWidget *window, QObject *parent)
    : QObject(parent)
    , m_package(package)
    , m_look(std::move(look))
    , m_action(action)
    , m_dialog(new InstallDialog(window))
    , m_queue(new QueueInstaller(this))
    , m_process(process)
{
    m_process->setParent(this);
    listenTo(m_queue);
    listenTo(m_process);
    connect(m_queue, &AbstractInstaller::unavailable, this, [this](const QString &reason) {
        qCWarning(packageLog, "the queue of napari-plugin-manager can't be used: %s", qUtf8Printable(reason));
        run(m_process);
    });
    connect(m_dialog, &InstallDialog::retryRequested, this, &Installation::attempt);
    connect(m_dialog, &QDialog::rejected, this, [this] {
        if (!isRunning())
            return;
        stop();
        m_package->fail(tr("cancelled"));
    });
    // The dialog outlives neither its window nor a "Close": with it goes what runs, at once, while Python is still
    // there.
    connect(m_dialog, &QObject::destroyed, this, [this] {
        stop();
        deleteLater();
    });
}

Installation::~Installation()
{
    if (m_package)
        m_package->setInstalling(false);
}

void Installation::listenTo(AbstractInstaller *installer)
{
    connect(installer, &AbstractInstaller::output, this, [this](const QString &text) {
        if (m_dialog)
            m_dialog->appendOutput(text);
    });
    connect(installer, &AbstractInstaller::finished, this, &Installation::finish);
}

void Installation::begin()
{
    m_dialog->show();
    attempt();
}

void Installation::attempt()
{
    // A person has run the command. Whether what was there before has been replaced is seen when it is loaded.
    const bool byHand = m_plan && !m_plan->obstacle().isEmpty();
    if (m_plan && isThere() && (byHand || m_action != InstallPlan::Action::Repair)) {
        finish(true, {});
        return;
    }
    m_facts = m_look();
    m_plan.emplace(m_facts, m_action, ourRelease());
    if (m_plan->obstacle().isEmpty()) {
        run(m_plan->throughQueue() ? m_queue : m_process);
    } else {
        m_dialog->showByHand(m_plan->obstacle(), m_plan->commandLine());
        m_package->fail(m_plan->obstacle());
    }
}

void Installation::run(AbstractInstaller *installer)
{
    m_running = installer;
    m_package->setInstalling(true);
    m_dialog->showRunning(m_plan->commandLine());
    installer->start(m_plan->program(), m_plan->arguments());
}

void Installation::stop()
{
    if (!m_running)
        return;
    m_running->disconnect(this);
    m_running->cancel();
}

void Installation::finish(bool succeeded, const QString &reason)
{
    QString problem = reason;
    if (succeeded && !isThere()) // pip can be configured to put packages elsewhere
        problem = tr("it is not in %1, where napari looks for it").arg(m_facts.siteFolder);
    if (!succeeded || !problem.isEmpty()) {
        if (m_dialog)
            m_dialog->showFailure(problem);
        m_package->fail(problem);
        return;
    }
    if (m_dialog)
        m_dialog->accept();
    m_package->ready();
}

bool Installation::isRunning() const
{
    return m_running && m_running->isRunning();
}

bool Installation::isThere() const
{
    return m_package->exists();
}

} // namespace Telemetry
