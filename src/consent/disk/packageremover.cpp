#include "consent/disk/packageremover.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Telemetry {

PackageRemover::PackageRemover(const QString &python, QObject *parent)
    : QObject(parent)
    , m_python(python)
    , m_arguments{u"-m"_s,
                  u"pip"_s,
                  u"uninstall"_s,
                  u"--yes"_s,
                  u"--no-input"_s,
                  u"--disable-pip-version-check"_s,
                  u"napari-telemetry"_s}
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    // With -m Python looks for pip in the working directory first, which may be a folder of data.
    m_process.setWorkingDirectory(QDir::rootPath());
    connect(&m_process, &QProcess::readyRead, this, &PackageRemover::readOutput);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT finished(false, m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        readOutput();
        const bool succeeded = status == QProcess::NormalExit && exitCode == 0;
        Q_EMIT finished(succeeded, succeeded                       ? QString()
                                   : status == QProcess::CrashExit ? tr("pip stopped unexpectedly.")
                                                                   : m_lastLine);
    });
}

PackageRemover::~PackageRemover()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

QString PackageRemover::commandLine() const
{
    const QString python = m_python.contains(u' ') ? u'"' + m_python + u'"' : m_python;
    return python + u' ' + m_arguments.join(u' ');
}

void PackageRemover::start()
{
    m_process.start(m_python, m_arguments);
}

void PackageRemover::readOutput()
{
    for (const QString &line : QString::fromLocal8Bit(m_process.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            m_lastLine = line.trimmed();
    }
}

} // namespace Telemetry
