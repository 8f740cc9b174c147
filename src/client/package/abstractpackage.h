#pragma once

#include "client/package/packagereport.h"

#include <QObject>

namespace Telemetry {

/// The other package, wherever it lies. GUI thread; nothing here waits.
class AbstractPackage : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~AbstractPackage() override;

    /// Whether there is anything in its place. Looks, but reads nothing.
    [[nodiscard]] virtual bool exists() const = 0;
    /// Compares it with what it should be; ends with verified(). While that is under way, nothing.
    virtual void verify() = 0;
    /// Begins to notice that its files change. Once is enough.
    virtual void watch() = 0;

Q_SIGNALS:
    void verified(const Telemetry::PackageReport &report);
    /// Its files have changed, or gone, or come, and have settled since.
    void touched();
};

} // namespace Telemetry
