#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace Telemetry {

/// One file that is fetched whole or not at all. Lives in the thread of its manager, and deletes itself at the end.
class Download final : public QObject
{
    Q_OBJECT

public:
    using Finished = std::function<void(const Result<QByteArray> &)>;

    /// `finished` is called once, from the event loop. At most `most` bytes; milliseconds without progress and in all.
    Download(QNetworkAccessManager &manager, const QUrl &url, qsizetype most, int timeoutMs, int totalMs,
             Finished finished);

private:
    void read();
    void done();
    [[nodiscard]] Result<QByteArray> outcome() const;

    QNetworkReply *m_reply; ///< a child
    qsizetype m_most;
    QByteArray m_bytes;
    Finished m_finished;
};

} // namespace Telemetry
