#pragma once

#include "client/plugins/telemetryinterface.h"

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
    void setPlace(const Telemetry::Host &, const Telemetry::Endpoints &) override { }
    void start(const Telemetry::Grant &grant) override
    {
        told += QStringLiteral("start ") + Telemetry::levelName(grant.level());
    }
    void pause() override { told += QStringLiteral("pause"); }
    void withdraw() override { told += QStringLiteral("withdraw"); }
    void showPreview(QWidget *) override { told += QStringLiteral("preview"); }
    void showStatus(const Telemetry::ConsentStatus &status) override { shown = status.words(); }
    void deletePending() override { told += QStringLiteral("delete pending"); }
    void eraseSent(Telemetry::EraseGrant) override { told += QStringLiteral("erase"); }
    void resumeErasing(Telemetry::EraseGrant) override { told += QStringLiteral("resume erasing"); }
    void forgetReceipts() override { told += QStringLiteral("forget"); }
    void requestIdentifiers() override { told += QStringLiteral("identifiers"); }

Q_SIGNALS:
    void activityChanged(const QString &json);
    void identifiersReady(const QString &text);
};

} // namespace TestSupport
