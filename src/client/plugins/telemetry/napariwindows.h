#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace Telemetry {

/// Tells of napari's main windows: of those that are there, and of those that come. GUI thread.
class NapariWindows : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins, or begins anew: the windows that are there are told of again.
    void watch();
    void stop();

Q_SIGNALS:
    /// There is at least one that was not there before.
    void found();

private:
    void look();

    QList<QPointer<QWidget>> m_known;
};

} // namespace Telemetry
