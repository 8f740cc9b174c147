#pragma once

#include "client/consent/consentstatus.h"
#include "client/package/abstractpackage.h"
#include "client/package/installplan.h"

#include <QObject>

#include <memory>

namespace Telemetry {

/// What is known of the other package, and what may be done about it: looked for only when it is wanted, verified
/// before it is loaded, left alone while something is being installed, offered to be installed or repaired. Whether it
/// is wanted is decided by whoever has the answer. GUI thread.
class PackageKeeper : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where it is looked for, as people are told.
    PackageKeeper(std::unique_ptr<AbstractPackage> package, const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] bool exists() const { return m_package->exists(); }
    /// As far as it is wanted.
    [[nodiscard]] ConsentStatus::Package state() const;
    /// Whether it is there and must not be loaded.
    [[nodiscard]] bool isRefused() const { return !m_refusal.isEmpty(); }
    /// Why nothing of it is used; translated; empty when nothing stands in the way.
    [[nodiscard]] QString reason() const;
    /// How installing, loading or uninstalling failed last; translated, may be empty.
    [[nodiscard]] QString note() const { return m_note; }
    void clearNote() { m_note.clear(); }

    /// Whether a grant wants it, from now on; what is missing or can't be used is found out anew.
    void setWanted(bool wanted);
    /// Whether nothing is being installed, and what was loaded is still there. When not, it counts as missing.
    [[nodiscard]] bool isInPlace();
    /// Looks for it and verifies it; ends with verified(), unavailable() or reconsider(). While that is under way, or
    /// something is being installed, nothing.
    void obtain();
    /// Nobody needs what was verified any more.
    void letGo() { m_obtaining = false; }
    /// What was verified has been loaded, and works: from now on only whether it is still there counts.
    void setLoaded();
    /// The answer to nameCheckWanted(): something of the package's name is loaded already, by other code.
    void setNameTaken(bool taken) { m_nameTaken = taken; }

    /// After a yes: asks for it, if it is wanted and not there.
    void offerInstallation();
    /// In answer to the user's click: the same, and over one that can't be used.
    void install();
    /// While this is so, it is neither verified nor used: it may be there in part.
    void setInstalling(bool installing) { m_installing = installing; }
    /// Installing ends with one of these; loading with the second, when it failed.
    void ready();
    void fail(const QString &reason);
    /// Uninstalling has ended; `problem` says what went wrong, and is empty when nothing did.
    void removed(const QString &problem);

Q_SIGNALS:
    /// Whether other code has loaded something of the package's name: answer with setNameTaken() before this returns.
    void nameCheckWanted();
    /// It is there, and is what it should be.
    void verified();
    /// Whatever waits for it waits in vain; why, in words.
    void unavailable(const QString &reason);
    /// The package is to be installed, also over one that can't be used.
    void installationWanted(Telemetry::InstallPlan::Action action);
    /// Something is different: what is allowed should be brought about again.
    void reconsider();
    /// An installation has ended well; after reconsider().
    void installed();
    /// What state(), reason() or note() say.
    void changed();

private:
    void take(const PackageReport &report);
    void refuse(const PackageReport &report);
    void touched();

    std::unique_ptr<AbstractPackage> m_package;
    QString m_folder;
    QString m_note;
    QString m_refusal; ///< not empty: it is there and must not be loaded; why
    bool m_wanted = false;
    bool m_missing = false;  ///< wanted, and not there
    bool m_unusable = false; ///< wanted and there, but installing or loading it failed
    bool m_loaded = false;
    bool m_installing = false; ///< it may be there in part
    bool m_nameTaken = false;
    bool m_obtaining = false; ///< from looking for it to setLoaded() or a failure
};

} // namespace Telemetry
