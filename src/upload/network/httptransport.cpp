#include "upload/network/httptransport.h"

#include "upload/uploadlog.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace Telemetry {

using Failure = TransportReply::Failure;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Telemetry::HttpTransport", text);
}

/// Why the request can't be sent at all.
std::optional<TransportReply> obstacle(const QUrl &url)
{
    const bool https = url.scheme() == "https"_L1;
    if (!https && !(url.scheme() == "http"_L1 && QHostAddress(url.host()).isLoopback()))
        return TransportReply{
            Failure::Refused,
            0,
            {},
            translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "Nothing is sent without encryption.")),
            false};
    if (https && !QSslSocket::supportsSsl())
        return TransportReply{
            Failure::NoTls,
            0,
            {},
            translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport",
                                         "This computer has no library for encrypted connections (OpenSSL) "
                                         "that Qt can use. Nothing is sent without encryption.")),
            false};
    return std::nullopt;
}

QNetworkRequest networkRequest(const Request &request, int timeoutMs)
{
    QNetworkRequest network(request.url);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setTransferTimeout(timeoutMs);
    QSslConfiguration tls = network.sslConfiguration();
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    network.setSslConfiguration(tls);
    return network;
}

} // namespace

HttpTransport::HttpTransport()
    : HttpTransport(Bounds{})
{
}

HttpTransport::HttpTransport(const Bounds &bounds)
    : m_bounds(bounds)
{
}

HttpTransport::~HttpTransport()
{
    cancel();
}

void HttpTransport::send(const Request &request, std::function<void(const TransportReply &)> finished)
{
    cancel();
    m_context = std::make_unique<QObject>();
    m_finished = std::move(finished);
    m_body.clear();
    m_tooLarge = false;
    m_left = false;
    if (const auto reason = obstacle(request.url)) {
        deliverLater(*reason);
        return;
    }
    if (!m_manager)
        m_manager = std::make_unique<QNetworkAccessManager>();
    m_reply = m_manager->sendCustomRequest(networkRequest(request, m_bounds.timeoutMs), request.method, request.body);
    // More than this is left in the kernel until it is read here, and not read when it is too much.
    m_reply->setReadBufferSize(m_bounds.responseBytes + 1);
    QObject::connect(m_reply, &QNetworkReply::readyRead, m_context.get(), [this] { read(); });
    QObject::connect(m_reply, &QNetworkReply::requestSent, m_context.get(), [this] { m_left = true; });
    QObject::connect(m_reply, &QNetworkReply::uploadProgress, m_context.get(),
                     [this](qint64 sent) { m_left = m_left || sent > 0; });
    QObject::connect(m_reply, &QNetworkReply::finished, m_context.get(), [this] { done(); });
}

void HttpTransport::cancel()
{
    m_context.reset();
    m_finished = nullptr;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->abort();
        reply->deleteLater();
    }
}

void HttpTransport::read()
{
    m_body += m_reply->read(m_bounds.responseBytes + 1 - m_body.size());
    if (m_body.size() > m_bounds.responseBytes && !m_tooLarge) {
        m_tooLarge = true;
        m_reply->abort(); // leads to done()
    }
}

void HttpTransport::done()
{
    if (!m_tooLarge && m_reply->isOpen()) // an aborted one is closed
        read();
    if (!m_reply)
        return;
    const TransportReply reply = outcome();
    if (reply.failure != Failure::None)
        qCInfo(uploadLog, "request failed: %ls", qUtf16Printable(m_reply->errorString()));
    std::exchange(m_reply, nullptr)->deleteLater();
    deliverLater(reply);
}

TransportReply HttpTransport::outcome() const
{
    if (m_tooLarge)
        return {Failure::TooLarge,
                0,
                {},
                translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "The answer is too large."))};
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Qt reports a whole answer with a status from 400 on as an error, too: those codes begin with the content errors.
    const bool answered =
        error == QNetworkReply::NoError
        || (status >= 400 && error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure);
    if (answered && status > 0)
        return {Failure::None, status, m_body, {}};
    if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
        return {Failure::Timeout,
                0,
                {},
                translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "The collector did not answer in time.")),
                m_left};
    return {Failure::Network,
            0,
            {},
            translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "The collector could not be reached: %1"))
                .arg(m_reply->errorString()),
            m_left};
}

void HttpTransport::deliverLater(const TransportReply &reply)
{
    QMetaObject::invokeMethod(
        m_context.get(),
        [this, reply] {
            if (m_manager)
                m_manager->clearConnectionCache(); // "close" only asks the server: Qt would use the connection again
            // Who is called may send the next request, or destroy this object: so nothing comes after it.
            const auto finished = std::exchange(m_finished, nullptr);
            finished(reply);
        },
        Qt::QueuedConnection);
}

} // namespace Telemetry
