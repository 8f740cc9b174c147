#include "client/package/disk/packageinstaller.h"

#include "contract/limits.h"

#include <utility>

namespace Telemetry {

PackageInstaller::~PackageInstaller()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(Limits::installerEndsMs);
    }
}

bool PackageInstaller::isRunning() const
{
    return m_process != nullptr;
}

void PackageInstaller::start(const QString &program, const QStringList &arguments)
{
    if (m_process)
        return;
    m_cancelled = false;
    m_output = {};
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyRead, this, &PackageInstaller::readOutput);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false, m_process->errorString());
    });
    connect(m_process.get(), &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        readOutput();
        if (m_cancelled)
            end(false, tr("Cancelled."));
        else if (status == QProcess::CrashExit)
            end(false, tr("The installer stopped unexpectedly."));
        else
            end(exitCode == 0, exitCode == 0 ? QString() : m_output.reason());
    });
    m_process->start(program, arguments);
}

void PackageInstaller::cancel()
{
    if (!m_process)
        return;
    m_cancelled = true;
    m_process->terminate();
}

void PackageInstaller::readOutput()
{
    const QString text = QString::fromLocal8Bit(m_process->readAll());
    m_output.append(text);
    if (!text.isEmpty())
        Q_EMIT output(text);
}

void PackageInstaller::end(bool succeeded, const QString &reason)
{
    // We are inside a signal of the process: it may go only when control is back in the event loop.
    std::exchange(m_process, nullptr).release()->deleteLater();
    Q_EMIT finished(succeeded, reason);
}

} // namespace Telemetry
