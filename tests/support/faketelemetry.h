#pragma once

#include "plugins/telemetryinterface.h"

#include <QObject>
#include <QStringList>

namespace TestSupport {

/// Stands in for the telemetry plugin: writes down what it is told, and tells what it should.
class FakeTelemetry : public QObject, public Telemetry::TelemetryInterface
{
    Q_OBJECT
    Q_INTERFACES(Telemetry::TelemetryInterface)
public:
    QStringList told;
    QString shown; ///< the words of the status that it was told last
    QString saidRelease = Telemetry::ourRelease();
    std::function<void()> recheck;

    QString release() const override { return saidRelease; }
    void setRecheck(std::function<void()> callback) override { recheck = std::move(callback); }
    void start(const Telemetry::Grant &grant, const Telemetry::Host &, const Telemetry::Endpoints &) override
    {
        told += QStringLiteral("start ") + Telemetry::levelName(grant.level());
    }
    void pause() override { told += QStringLiteral("pause"); }
    void withdraw() override { told += QStringLiteral("withdraw"); }
    void showPreview(QWidget *, const Telemetry::Host &, const Telemetry::Endpoints &) override
    {
        told += QStringLiteral("preview");
    }
    void showStatus(const Telemetry::ConsentStatus &status) override { shown = status.words(); }
    void deletePending() override { told += QStringLiteral("delete pending"); }
    void eraseSent(Telemetry::EraseGrant, const Telemetry::Host &, const Telemetry::Endpoints &) override
    {
        told += QStringLiteral("erase");
    }
    void resumeErasing(Telemetry::EraseGrant, const Telemetry::Host &, const Telemetry::Endpoints &) override
    {
        told += QStringLiteral("resume erasing");
    }
    void forgetReceipts(const Telemetry::Host &) override { told += QStringLiteral("forget"); }
    void requestIdentifiers(const Telemetry::Host &) override { told += QStringLiteral("identifiers"); }

Q_SIGNALS:
    void activityChanged(const QString &json);
    void identifiersReady(const QString &text);
};

} // namespace TestSupport
