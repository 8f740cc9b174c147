#pragma once

#include "client/package/abstractpackage.h"
#include "client/package/disk/packagefolder.h"

namespace TestSupport {

/// Stands in for the other package on disk: it is there when its folder is, and is what it is said to be, at once.
class FakePackage : public Telemetry::AbstractPackage
{
    Q_OBJECT
public:
    explicit FakePackage(const QString &folder)
        : m_place(folder)
    {
        said.outcome = Telemetry::PackageReport::Outcome::Verified;
        connect(&m_place, &Telemetry::PackageFolder::touched, this, &FakePackage::touched);
    }

    Telemetry::PackageReport said; ///< what verify() finds
    int verifications = 0;
    mutable int looks = 0;
    bool waits = false; ///< until answer()

    bool exists() const override
    {
        ++looks;
        return m_place.exists();
    }
    void verify() override
    {
        ++verifications;
        if (!waits)
            answer();
    }
    void watch() override { m_place.watch(); }
    void answer() { Q_EMIT verified(said); }

private:
    Telemetry::PackageFolder m_place;
};

} // namespace TestSupport
