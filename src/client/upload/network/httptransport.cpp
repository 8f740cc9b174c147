#include "client/upload/network/httptransport.h"

#include "client/upload/network/networkfailure.h"
#include "client/upload/network/oneshotbody.h"
#include "client/upload/uploadlog.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

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

/// Whatever the application's default is, which somebody else in this process may have changed.
QSslConfiguration tlsConfiguration()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setPeerVerifyDepth(0);
    tls.setLocalCertificateChain({}); // it would tell who this is
    tls.setPrivateKey({});
    tls.setSessionTicket({});
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return tls;
}

QNetworkRequest networkRequest(const Request &request, int timeoutMs)
{
    QNetworkRequest network(request.url);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    network.setRawHeader("Connection"_ba, "close"_ba); // whatever the request says
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setTransferTimeout(timeoutMs);
    if (!request.body.isEmpty()) {
        network.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true); // or it could be sent again
    }
    if (request.url.scheme() == "https"_L1) // else the first one would wait 30 ms for OpenSSL and its authorities
        network.setSslConfiguration(tlsConfiguration());
    return network;
}

/// Asked for each request, in the worker thread: on some systems the answer is a file from the network. The
/// application's default proxy is not asked for: somebody else in this process may have set it.
ProxyChoice chooseProxy(const QUrl &url)
{
    const ProxyChoice choice =
        proxyFromVariables(url, [](const QString &name) { return qEnvironmentVariable(name.toLatin1().constData()); });
    if (choice.kind != ProxyChoice::Kind::NotNamed)
        return choice;
    return proxyFromSystem(QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)));
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
    m_choice = chooseProxy(request.url);
    if (m_choice.kind == ProxyChoice::Kind::Unusable) {
        deliverLater({Failure::Refused, 0, {}, m_choice.reason, false});
        return;
    }
    if (!m_manager)
        m_manager = std::make_unique<QNetworkAccessManager>();
    m_manager->setProxy(m_choice.proxy);
    auto *body = request.body.isEmpty() ? nullptr : new OneShotBody(request.body);
    m_reply = m_manager->sendCustomRequest(networkRequest(request, m_bounds.timeoutMs), request.method, body);
    if (body)
        body->setParent(m_reply);
    // More than this is left in the kernel until it is read here, and not read when it is too much.
    m_reply->setReadBufferSize(m_bounds.responseBytes + 1);
    QObject::connect(m_reply, &QNetworkReply::readyRead, m_context.get(), [this] { read(); });
    QObject::connect(m_reply, &QNetworkReply::requestSent, m_context.get(), [this] { m_left = true; });
    // When a connection breaks before the answer, Qt tries again by itself. It can't repeat a body; this ends the rest.
    QObject::connect(m_reply, &QNetworkReply::socketStartedConnecting, m_context.get(), [this] {
        if (m_left && m_reply)
            m_reply->abort(); // leads to done()
    });
    QObject::connect(m_reply, &QNetworkReply::uploadProgress, m_context.get(),
                     [this](qint64 sent) { m_left = m_left || sent > 0; });
    QObject::connect(m_reply, &QNetworkReply::finished, m_context.get(), [this] { done(); });
    QTimer::singleShot(m_bounds.totalMs, m_context.get(), [this] {
        if (m_reply)
            m_reply->abort(); // leads to done()
    });
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
    // One of them is that it could not have the body again, for a redirect that it does not follow either.
    const bool answered =
        error == QNetworkReply::NoError
        || (status >= 300 && error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure)
        // Whoever was asked for the page itself says what a proxy would.
        || (status == 407 && m_left && error == QNetworkReply::ProxyAuthenticationRequiredError);
    if (answered && status > 0)
        return {Failure::None, status, m_body, {}, true, m_reply->rawHeader("Retry-After"_ba)};
    if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
        return {Failure::Timeout,
                0,
                {},
                translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "The collector did not answer in time.")),
                m_left};
    return {Failure::Network, 0, {}, networkFailureText(error, m_reply->errorString(), m_choice), m_left};
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
