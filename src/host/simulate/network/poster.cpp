#include "host/simulate/network/poster.h"

#include "contract/batchcodec.h"
#include "contract/limits.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Telemetry {

Poster::Poster(Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(Limits::transferTimeoutMs);
}

Poster::~Poster() = default;

void Poster::start()
{
    QMetaObject::invokeMethod(this, &Poster::fill, Qt::QueuedConnection);
}

void Poster::fill()
{
    while (!m_ended && !m_exhausted && m_waiting < Limits::simulateWindow) {
        if (const auto next = m_source()) {
            ++m_waiting;
            post(*next, 1);
        } else {
            m_exhausted = true;
        }
    }
    if (m_exhausted && m_waiting == 0)
        end({});
}

void Poster::post(const Outgoing &outgoing, int attempt)
{
    QNetworkRequest request(outgoing.request.url);
    for (const auto &[name, value] : outgoing.request.headers)
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network.post(request, outgoing.request.body);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, outgoing, attempt] { answered(reply, outgoing, attempt); });
}

void Poster::answered(QNetworkReply *reply, const Outgoing &outgoing, int attempt)
{
    reply->deleteLater();
    if (m_ended)
        return;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Busy, or the connection broke: a repeated event is the same event, so it is safe to send it again.
    if ((status == 503 || status == 0) && attempt < Limits::simulateAttempts
        && reply->error() != QNetworkReply::ConnectionRefusedError) {
        QTimer::singleShot(Limits::simulateRetryMs, this, [this, outgoing, attempt] { post(outgoing, attempt + 1); });
        return;
    }
    if (status != 202) {
        end(status == 0 ? reply->errorString() : u"the collector answered %1"_s.arg(status));
        return;
    }
    const auto refused = BatchCodec::decodeAnswer(reply->readAll(), outgoing.events);
    if (!refused) {
        end(refused.error().detail);
        return;
    }
    ++m_posted.requests;
    m_posted.refused += refused.value().size();
    m_posted.accepted += outgoing.events - refused.value().size();
    for (const Refusal &refusal : refused.value())
        ++m_posted.reasons[refusal.reason];
    --m_waiting;
    fill();
}

void Poster::end(const QString &failure)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished(failure);
}

} // namespace Telemetry
