#pragma once

#include "client/package/abstractpackage.h"
#include "client/package/disk/packagefolder.h"
#include "client/package/packagemanifest.h"

#include <QString>
#include <QThread>

#include <memory>

namespace Telemetry {

class PrivateCopy;

/// The other package on this disk: looked at only when it is allowed and wanted, verified in a thread of its own, and
/// handed out as the bytes that were verified. GUI thread.
class TelemetryPackage : public AbstractPackage
{
    Q_OBJECT
public:
    /// `folder`: where it has to be. `dataFolder`: see PrivateCopy.
    TelemetryPackage(PackageManifest manifest, const QString &folder, const QString &dataFolder,
                     QObject *parent = nullptr);
    ~TelemetryPackage() override;

    [[nodiscard]] bool exists() const override { return m_place.exists(); }
    void verify() override;
    void watch() override { m_place.watch(); }
    /// The same in this thread: for the command line, where nothing waits. Not while verify() is under way.
    void verifyNow();

    /// The last report.
    [[nodiscard]] const PackageReport &report() const { return m_report; }
    /// Paths of the files that were verified and are not used up; empty unless the last report says that all is well.
    [[nodiscard]] QStringList files() const { return m_report.files.keys(); }
    /// A copy: it outlives forget().
    [[nodiscard]] QByteArray bytes(const QString &file) const;
    /// For the system's loader: the path of a copy of this verified file. Empty when there is none; the reason is in
    /// the log. It stays until dropCopy().
    [[nodiscard]] QString copy(const QString &file);
    void dropCopy() { m_copy.reset(); }
    /// The bytes of this file are not needed any more.
    void forget(const QString &file) { m_report.files.remove(file); }

private:
    struct Found;
    void take(const PackageReport &report);
    void finish();

    PackageManifest m_manifest;
    QString m_folder;
    PackageFolder m_place;
    QString m_dataFolder;
    PackageReport m_report;
    std::shared_ptr<PrivateCopy> m_copy;
    std::shared_ptr<Found> m_found; ///< what the thread writes
    QThread *m_thread = nullptr;    ///< while it runs
};

} // namespace Telemetry
