#pragma once

#include "client/upload/eraseorder.h"

#include <QObject>

#include <optional>

namespace Telemetry {

class UploadInterface;

/// What waits for the upload plugin, which is loaded when it is first needed. What it asks for, it hands out as soon as
/// the plugin is there, an erasing first. GUI thread.
class UploadQueue : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// A sending, at the user's word: sendReady() or notSent().
    void send();
    /// What is due of its own accord: dueReady(), or nothing once the plugin could not be loaded, which was said then.
    void sendDue();
    /// eraseReady() or eraseFailed(); one at a time.
    void erase(EraseOrder order);
    /// The sending that waits, if one does, is not wanted any more; whether one did.
    bool cancelSending();
    /// The grant is gone: no sending waits any more.
    void forgetSendings();

    /// The root object of the upload plugin, in answer to uploadWanted(). It must outlive this.
    void attach(QObject *plugin);
    /// Loading it failed, with the reason.
    void fail(const QString &reason);
    /// The order that eraseReady() tells of; once.
    [[nodiscard]] std::optional<EraseOrder> takeErasing();

Q_SIGNALS:
    void uploadWanted();
    /// The plugin is there; before what has waited for it.
    void attached(Telemetry::UploadInterface *upload);
    void sendReady();
    void dueReady();
    void eraseReady();
    /// In words for the user.
    void notSent(const QString &reason);
    void eraseFailed(const QString &reason);

private:
    void handOut();
    void callForUpload();

    bool m_attached = false;
    bool m_broken = false; ///< it could not be loaded
    bool m_sendWaiting = false;
    bool m_dueWaiting = false;
    std::optional<EraseOrder> m_eraseWaiting;
};

} // namespace Telemetry
