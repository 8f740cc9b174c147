#include "client/plugins/telemetry/uploadqueue.h"

#include "client/upload/uploadinterface.h"

#include <QLoggingCategory>

#include <utility>

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.plugin")
} // namespace

void UploadQueue::send()
{
    m_sendWaiting = true;
    callForUpload();
}

void UploadQueue::sendDue()
{
    if (m_broken)
        return; // the next start tries again
    m_dueWaiting = true;
    callForUpload();
}

void UploadQueue::erase(EraseOrder order)
{
    m_eraseWaiting.emplace(std::move(order));
    callForUpload();
}

bool UploadQueue::cancelSending()
{
    return std::exchange(m_sendWaiting, false);
}

void UploadQueue::forgetSendings()
{
    m_sendWaiting = false;
    m_dueWaiting = false;
}

std::optional<EraseOrder> UploadQueue::takeErasing()
{
    return std::exchange(m_eraseWaiting, std::nullopt);
}

void UploadQueue::callForUpload()
{
    if (m_attached)
        handOut();
    else
        Q_EMIT uploadWanted();
}

void UploadQueue::attach(QObject *plugin)
{
    auto *upload = qobject_cast<UploadInterface *>(plugin);
    if (!upload) {
        fail(tr("it is not the plugin that was expected"));
        return;
    }
    m_attached = true;
    m_broken = false;
    upload->watchConnection();
    Q_EMIT attached(upload);
    handOut();
}

void UploadQueue::handOut()
{
    if (m_eraseWaiting)
        Q_EMIT eraseReady();
    if (std::exchange(m_sendWaiting, false))
        Q_EMIT sendReady();
    if (std::exchange(m_dueWaiting, false))
        Q_EMIT dueReady();
}

void UploadQueue::fail(const QString &reason)
{
    qCWarning(log, "the upload plugin can't be used: %s", qUtf8Printable(reason));
    m_broken = true;
    m_dueWaiting = false;
    if (takeErasing())
        Q_EMIT eraseFailed(tr("the upload plugin can't be used: %1").arg(reason));
    if (std::exchange(m_sendWaiting, false))
        Q_EMIT notSent(tr("Nothing was sent, because the upload plugin can't be used: %1").arg(reason));
}

} // namespace Telemetry
