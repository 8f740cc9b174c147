#include "client/package/packagekeeper.h"

#include "client/package/packagelog.h"

#include <utility>

namespace Telemetry {

Q_LOGGING_CATEGORY(packageLog, "telemetry.package")

PackageKeeper::PackageKeeper(std::unique_ptr<AbstractPackage> package, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_package(std::move(package))
    , m_folder(folder)
{
    connect(m_package.get(), &AbstractPackage::verified, this, &PackageKeeper::take);
    connect(m_package.get(), &AbstractPackage::touched, this, &PackageKeeper::touched);
}

ConsentStatus::Package PackageKeeper::state() const
{
    // Other code's module of our name is no matter of what is installed: replacing that would help nobody.
    if ((isRefused() && !m_nameTaken) || m_unusable)
        return ConsentStatus::Package::Unusable;
    return m_missing ? ConsentStatus::Package::Missing : ConsentStatus::Package::Fine;
}

QString PackageKeeper::reason() const
{
    if (isRefused())
        return m_refusal;
    if (m_unusable)
        return tr("Off: the package napari-telemetry can't be used. Preferences, Telemetry offers to install the "
                  "release that belongs to this one.");
    return m_missing ? tr("Off: the package napari-telemetry is not installed. Choose a level to install it.")
                     : QString();
}

void PackageKeeper::setWanted(bool wanted)
{
    m_wanted = wanted;
    m_missing = false;
    m_unusable = false;
    if (!wanted)
        m_refusal.clear();
}

bool PackageKeeper::isInPlace()
{
    const bool inPlace = !m_installing && !(m_loaded && !exists());
    if (!inPlace)
        m_missing = true;
    return inPlace;
}

void PackageKeeper::obtain()
{
    if (m_obtaining || m_installing)
        return;
    m_package->watch();
    m_refusal.clear();
    m_nameTaken = false;
    Q_EMIT nameCheckWanted();
    if (m_nameTaken) {
        refuse(refusedPackage(PackageReport::Problem::NameTaken));
    } else if (exists()) {
        m_obtaining = true;
        m_package->verify();
    } else {
        m_missing = m_wanted;
        Q_EMIT unavailable(tr("The package napari-telemetry is not installed."));
    }
}

void PackageKeeper::take(const PackageReport &report)
{
    if (report.outcome == PackageReport::Outcome::Verified && !m_installing) {
        Q_EMIT verified();
        return;
    }
    m_obtaining = false;
    if (report.outcome == PackageReport::Outcome::Refused)
        refuse(report);
    else
        Q_EMIT reconsider(); // it went away meanwhile, or is being replaced
}

void PackageKeeper::refuse(const PackageReport &report)
{
    const QString summary = report.summary();
    qCWarning(packageLog, "napari-telemetry is not loaded: %s", qUtf8Printable(summary));
    m_refusal =
        tr("Off: the check of the package napari-telemetry failed, so nothing of it was loaded. %1.").arg(summary);
    Q_EMIT unavailable(m_refusal);
    Q_EMIT changed();
}

void PackageKeeper::setLoaded()
{
    m_obtaining = false;
    m_loaded = true;
    m_note.clear();
}

void PackageKeeper::touched()
{
    // What is loaded stays loaded: only whether the package is still there counts then.
    if (!m_obtaining && !m_installing && (m_missing || m_unusable || isRefused() || m_loaded))
        Q_EMIT reconsider();
}

void PackageKeeper::offerInstallation()
{
    if (m_missing && !m_installing)
        Q_EMIT installationWanted(InstallPlan::Action::Install);
}

void PackageKeeper::install()
{
    if (state() == ConsentStatus::Package::Unusable)
        Q_EMIT installationWanted(InstallPlan::Action::Repair);
    else
        offerInstallation();
}

void PackageKeeper::ready()
{
    m_installing = false;
    m_note.clear();
    Q_EMIT reconsider();
    Q_EMIT installed();
}

void PackageKeeper::fail(const QString &reason)
{
    m_obtaining = false;
    m_installing = false;
    m_note = tr("napari-telemetry could not be installed or loaded: %1").arg(reason);
    qCWarning(packageLog, "napari-telemetry could not be installed or loaded: %s", qUtf8Printable(reason));
    const bool there = m_wanted && exists();
    m_missing = m_wanted && !there;
    m_unusable = there && !m_loaded;
    Q_EMIT unavailable(m_note);
    Q_EMIT changed();
}

void PackageKeeper::removed(const QString &problem)
{
    m_note.clear();
    if (exists()) {
        m_note = tr("napari-telemetry could not be uninstalled. Delete the folder %1 by hand.").arg(m_folder);
        if (!problem.isEmpty())
            m_note += u'\n' + problem;
        qCWarning(packageLog, "napari-telemetry could not be uninstalled: %s", qUtf8Printable(problem));
    }
    Q_EMIT reconsider();
}

} // namespace Telemetry
