#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace Telemetry {

/// Installs the napari-telemetry package into this Python environment, with the pip of its interpreter and the user's
/// own pip configuration. Only after a yes. GUI thread; the work is done by a child process. Destroying it ends the
/// child.
class PackageInstaller : public QObject
{
    Q_OBJECT
public:
    /// `python` is the interpreter of the environment; `version` the exact release that belongs to this one.
    PackageInstaller(const QString &python, const QString &version, QObject *parent = nullptr);
    ~PackageInstaller() override;

    /// What is run, for people who would rather do it by hand.
    [[nodiscard]] QString commandLine() const;
    /// Starts it. Does nothing while it runs. Ends with exactly one finished().
    void start();
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// A piece of what pip printed.
    void output(const QString &text);
    /// `reason` is empty on success; otherwise the last line that pip printed, or why pip did not run.
    void finished(bool succeeded, const QString &reason);

private:
    void readOutput();
    void end(bool succeeded, const QString &reason);

    QString m_python;
    QStringList m_arguments;
    QString m_lastLine;
    std::unique_ptr<QProcess> m_process;
    bool m_cancelled = false;
};

} // namespace Telemetry
