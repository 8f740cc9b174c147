#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// Runs one program that installs or uninstalls. GUI thread; the work is done by a child process.
class AbstractInstaller : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Starts it. Does nothing while it runs. Ends with exactly one finished() or unavailable().
    virtual void start(const QString &program, const QStringList &arguments) = 0;
    /// Does nothing when it does not run.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    /// A piece of what the program printed.
    void output(const QString &text);
    /// `reason`: empty on success; otherwise translated, or what was printed last.
    void finished(bool succeeded, const QString &reason);
    /// This way does not work here, nothing was done: another one should be taken. `reason` is for the log.
    void unavailable(const QString &reason);
};

} // namespace Telemetry
