#include "client/package/queueinstaller.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

void QueueInstaller::start(const QString &program, const QStringList &arguments)
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = false;
    m_output = {};
    const QJsonObject job{{u"program"_s, program}, {u"arguments"_s, QJsonArray::fromStringList(arguments)}};
    Q_EMIT jobWanted(QString::fromUtf8(QJsonDocument(job).toJson(QJsonDocument::Compact)));
}

void QueueInstaller::cancel()
{
    if (!m_running)
        return;
    m_cancelled = true;
    Q_EMIT cancelWanted();
}

void QueueInstaller::take(const QString &text)
{
    if (!m_running)
        return;
    // The queue gives pieces that it would show as paragraphs.
    const QString line = text.endsWith(u'\n') ? text : text + u'\n';
    m_output.append(line);
    Q_EMIT output(line);
}

void QueueInstaller::end(int exitCode)
{
    if (!std::exchange(m_running, false))
        return;
    if (m_cancelled)
        Q_EMIT finished(false, tr("Cancelled."));
    else
        Q_EMIT finished(exitCode == 0, exitCode == 0 ? QString() : m_output.reason());
}

void QueueInstaller::refuse(const QString &reason)
{
    if (std::exchange(m_running, false))
        Q_EMIT unavailable(reason);
}

} // namespace Telemetry
