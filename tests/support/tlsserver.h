#pragma once

#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

/// An HTTPS server that sees every byte behind the encryption, and the first bytes before it.
class TlsServer final : public QSslServer
{
public:
    explicit TlsServer(const QSslConfiguration &configuration)
    {
        setSslConfiguration(configuration);
        listen(QHostAddress::LocalHost);
        connect(this, &QSslServer::startedEncryptionHandshake, this, [this] { ++handshakes; });
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (auto *socket = qobject_cast<QSslSocket *>(nextPendingConnection())) {
                const qsizetype index = received.size();
                received.append(QByteArray());
                protocols.append(socket->sessionProtocol());
                nextProtocols.append(socket->sslConfiguration().nextNegotiatedProtocol());
                const auto read = [this, socket, index] {
                    received[index] += socket->readAll();
                    const qsizetype end = received[index].indexOf("\r\n\r\n");
                    if (end < 0 || answered.contains(index))
                        return;
                    answered.insert(index);
                    socket->write(answer);
                    socket->disconnectFromHost();
                };
                connect(socket, &QSslSocket::readyRead, this, read);
                read();
            }
        });
    }
    [[nodiscard]] QString base() const { return QStringLiteral("https://127.0.0.1:%1").arg(serverPort()); }

    QByteArray answer = "HTTP/1.1 202 Accepted\r\nContent-Length: 14\r\n\r\n{\"refused\":[]}";
    QList<QByteArray> received; ///< one entry for each connection that was encrypted
    QList<QSsl::SslProtocol> protocols;
    QList<QByteArray> nextProtocols;
    int handshakes = 0;

private:
    QSet<qsizetype> answered;
};
