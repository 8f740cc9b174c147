#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// Uninstalls the napari-telemetry package from this Python environment, with the pip of its interpreter. Only after
/// the user's click. GUI thread; the work is done by a child process. Destroying it ends the child.
class PackageRemover : public QObject
{
    Q_OBJECT
public:
    /// `python` is the interpreter of the environment.
    explicit PackageRemover(const QString &python, QObject *parent = nullptr);
    ~PackageRemover() override;

    /// What is run, for people who would rather do it by hand.
    [[nodiscard]] QString commandLine() const;
    /// Once. Ends with finished().
    void start();

Q_SIGNALS:
    /// `reason` is empty on success; otherwise the last line that pip printed, or why pip did not run.
    void finished(bool succeeded, const QString &reason);

private:
    void readOutput();

    QString m_python;
    QStringList m_arguments;
    QString m_lastLine;
    QProcess m_process;
};

} // namespace Telemetry
