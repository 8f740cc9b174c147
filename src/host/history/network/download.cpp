#include "host/history/network/download.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int statusOk = 200;
constexpr int statusRedirects = 300;
constexpr int statusErrors = 400;
constexpr int statusNotFound = 404;
constexpr int statusGone = 410;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest requestOf(const QUrl &url, int timeoutMs)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept-Encoding"_ba, "identity"_ba); // Qt would unpack without our limit
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(timeoutMs);
    return request;
}

} // namespace

Download::Download(QNetworkAccessManager &manager, const QUrl &url, qsizetype most, int timeoutMs, int totalMs,
                   Finished finished)
    : QObject(&manager)
    , m_reply(manager.get(requestOf(url, timeoutMs)))
    , m_most(most)
    , m_finished(std::move(finished))
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(most + 1);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::read);
    connect(m_reply, &QNetworkReply::finished, this, &Download::done);
    QTimer::singleShot(totalMs, m_reply, &QNetworkReply::abort); // leads to done()
}

void Download::read()
{
    if (!m_reply->isOpen() || m_bytes.size() > m_most) // it was aborted, and is closed
        return;
    if (statusOf(*m_reply) != statusOk) {
        m_reply->readAll(); // nobody reads what a server says beside
        return;
    }
    m_bytes += m_reply->read(m_most + 1 - m_bytes.size());
    if (m_bytes.size() > m_most && !m_reply->isFinished())
        m_reply->abort(); // leads to done()
}

void Download::done()
{
    read();
    const auto finished = std::exchange(m_finished, nullptr);
    if (!finished)
        return;
    finished(outcome());
    deleteLater();
}

Result<QByteArray> Download::outcome() const
{
    if (m_bytes.size() > m_most)
        return Error{Error::Code::TooLarge, u"more than %1 bytes"_s.arg(m_most)};
    const int status = statusOf(*m_reply);
    const QString address = m_reply->url().toDisplayString();
    if (status == statusNotFound || status == statusGone)
        return Error{Error::Code::NotFound, u"the server has no %1"_s.arg(address)};
    if (status >= statusRedirects && status < statusErrors)
        return Error{Error::Code::Io, u"%1 leads elsewhere, which is not followed: name the address itself: %2"_s.arg(
                                          address, QString::fromLatin1(m_reply->rawHeader("Location"_ba)).left(200))};
    if (status >= statusErrors)
        return Error{Error::Code::Io, u"%1: the server answers %2"_s.arg(address, QString::number(status))};
    if (m_reply->error() == QNetworkReply::OperationCanceledError || m_reply->error() == QNetworkReply::TimeoutError)
        return Error{Error::Code::Io, u"%1: the server did not answer in time"_s.arg(address)};
    if (m_reply->error() != QNetworkReply::NoError)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(address, m_reply->errorString())};
    if (status != statusOk)
        return Error{Error::Code::Io, u"%1: the server answers %2"_s.arg(address, QString::number(status))};
    return m_bytes;
}

} // namespace Telemetry
