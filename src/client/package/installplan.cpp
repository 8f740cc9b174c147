#include "client/package/installplan.h"

#include "platform/shellword.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What pip, uv and conda call it.
const QString distribution = u"napari-telemetry"_s;

} // namespace

InstallPlan::InstallPlan(const InstallFacts &facts, Action action, const QString &version)
{
    const QString package = distribution + "=="_L1 + version;
    const bool pipWillDo = facts.hasPip && !(facts.madeByUv && !facts.uv.isEmpty());
    if (facts.conda && facts.consentByConda)
        chooseConda(facts, action, version);
    else if (!pipWillDo && (facts.madeByUv || !facts.uv.isEmpty()))
        chooseUv(facts, action, package);
    else
        choosePip(facts, action, package);

    // The first that applies: what a person has to know about their environment comes before what is missing in it.
    // What must not run is removed from a bundle, too.
    if (facts.bundled && action != Action::Remove)
        m_obstacle = tr("This napari came as a bundle, and its own Python is changed by its installer only.");
    else if (facts.conda && (action != Action::Remove || facts.consentByConda))
        m_obstacle = tr("This Python environment belongs to conda, which should know what is changed in it.");
    else if (!facts.writable)
        m_obstacle = tr("You are not allowed to change this Python environment: %1 can't be written to. Someone who "
                        "may has to run the command.")
                         .arg(facts.siteFolder);
    else if (facts.madeByUv && !facts.hasPip && facts.uv.isEmpty())
        m_obstacle = tr("This Python environment was made by uv, and uv was not found.");
    else if (!facts.hasPip && facts.uv.isEmpty())
        m_obstacle = tr("This Python has no pip, and uv was not found either. Install one of them first.");
    m_throughQueue = m_obstacle.isEmpty() && facts.hasQueue && action != Action::Remove;
}

void InstallPlan::choosePip(const InstallFacts &facts, Action action, const QString &package)
{
    m_program = facts.python;
    if (action == Action::Remove) {
        m_arguments = {u"-I"_s,
                       u"-m"_s,
                       u"pip"_s,
                       u"uninstall"_s,
                       u"--yes"_s,
                       u"--no-input"_s,
                       u"--disable-pip-version-check"_s,
                       distribution};
        return;
    }
    // -I: a file pip.py in the folder that napari was started in is not run instead.
    // --no-deps: what it needs (napari-telemetry-consent of the same release) is there, and nothing else of the user's
    // environment may change because of telemetry. --only-binary: no code of the package runs while it is installed.
    // --no-user: it belongs to this environment, nowhere else is it looked for.
    m_arguments = {u"-I"_s,    u"-m"_s,       u"pip"_s, u"install"_s, u"--no-deps"_s, u"--only-binary"_s,
                   u":all:"_s, u"--no-user"_s};
    if (action == Action::Repair)
        m_arguments += u"--force-reinstall"_s;
    m_arguments += {u"--no-input"_s, u"--disable-pip-version-check"_s, package};
}

void InstallPlan::chooseUv(const InstallFacts &facts, Action action, const QString &package)
{
    m_program = facts.uv.isEmpty() ? u"uv"_s : facts.uv;
    if (action == Action::Remove) {
        m_arguments = {u"pip"_s, u"uninstall"_s, u"--python"_s, facts.python, distribution};
        return;
    }
    m_arguments = {u"pip"_s, u"install"_s, u"--python"_s, facts.python, u"--no-deps"_s, u"--only-binary"_s, u":all:"_s};
    if (action == Action::Repair)
        m_arguments += u"--reinstall"_s;
    m_arguments += package;
}

void InstallPlan::chooseConda(const InstallFacts &facts, Action action, const QString &version)
{
    m_program = u"conda"_s;
    if (action == Action::Remove) {
        m_arguments = {u"remove"_s, u"--prefix"_s, facts.prefix, distribution};
        return;
    }
    m_arguments = {u"install"_s,   u"--prefix"_s,    facts.prefix,
                   u"--channel"_s, u"conda-forge"_s, distribution + u'=' + version};
    if (action == Action::Repair)
        m_arguments.insert(1, u"--force-reinstall"_s);
}

QString InstallPlan::commandLine() const
{
    QStringList words{shellWord(m_program)};
    for (const QString &argument : m_arguments)
        words += shellWord(argument);
    return words.join(u' ');
}

} // namespace Telemetry
