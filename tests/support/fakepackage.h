#pragma once

#include "client/package/disk/telemetrypackage.h"

#include <QFileInfo>

namespace TestSupport {

/// Stands in for the other package on disk: it is there when its folder is, and is what it is said to be, at once.
class FakePackage : public Telemetry::TelemetryPackage
{
    Q_OBJECT
public:
    explicit FakePackage(const QString &folder)
        : TelemetryPackage({}, folder, {})
        , m_folder(folder)
    {
        said.outcome = Telemetry::PackageReport::Outcome::Verified;
    }

    Telemetry::PackageReport said; ///< what verify() finds
    int verifications = 0;
    mutable int looks = 0;
    bool waits = false; ///< until answer()

    bool exists() const override
    {
        ++looks;
        return QFileInfo(m_folder).isDir();
    }
    void verify() override
    {
        ++verifications;
        if (!waits)
            answer();
    }
    void answer() { take(said); }

private:
    QString m_folder;
};

} // namespace TestSupport
