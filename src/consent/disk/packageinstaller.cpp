#include "consent/disk/packageinstaller.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

PackageInstaller::PackageInstaller(const QString &python, const QString &version, QObject *parent)
    : QObject(parent)
    , m_python(python)
    // --no-deps: what it needs (napari-telemetry-consent of the same release) is there, and nothing else of the user's
    // environment may change because of telemetry. --only-binary: no code of the package runs while it is installed.
    , m_arguments{u"-m"_s,
                  u"pip"_s,
                  u"install"_s,
                  u"--no-deps"_s,
                  u"--only-binary"_s,
                  u":all:"_s,
                  u"--no-input"_s,
                  u"--disable-pip-version-check"_s,
                  u"napari-telemetry==%1"_s.arg(version)}
{
}

PackageInstaller::~PackageInstaller()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(1000);
    }
}

QString PackageInstaller::commandLine() const
{
    const QString python = m_python.contains(u' ') ? u'"' + m_python + u'"' : m_python;
    return python + u' ' + m_arguments.join(u' ');
}

bool PackageInstaller::isRunning() const
{
    return m_process != nullptr;
}

void PackageInstaller::start()
{
    if (m_process)
        return;
    m_cancelled = false;
    m_lastLine.clear();
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
            end(false, tr("pip stopped unexpectedly."));
        else
            end(exitCode == 0, exitCode == 0 ? QString() : m_lastLine);
    });
    m_process->start(m_python, m_arguments);
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
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        // pip's own hints ("[notice] …") would hide why it failed.
        if (!line.trimmed().isEmpty() && !line.startsWith(u'['))
            m_lastLine = line.trimmed();
    }
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
