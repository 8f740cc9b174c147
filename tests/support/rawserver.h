#pragma once

#include <QTcpServer>
#include <QTcpSocket>

/// A server that sees every byte and answers what it is told: no HTTP library between the test and the wire.
class RawServer final : public QTcpServer
{
public:
    RawServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                const qsizetype index = received.size();
                received.append(QByteArray());
                connect(socket, &QTcpSocket::readyRead, this, [this, socket, index] {
                    received[index] += socket->readAll();
                    if (isWhole(received[index]) && !answers.isEmpty()) {
                        const Answer answer = answers.takeFirst();
                        socket->write(answer.bytes);
                        if (answer.close)
                            socket->disconnectFromHost();
                    }
                });
                connect(socket, &QTcpSocket::disconnected, this, [this] { ++closed; });
            }
        });
    }
    [[nodiscard]] QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    struct Answer
    {
        QByteArray bytes;
        bool close = true;
    };
    static Answer http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return {"HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n" + body};
    }

    QList<QByteArray> received; ///< one entry for each connection
    QList<Answer> answers;      ///< for whole requests in turn; without one the server stays silent
    int closed = 0;             ///< connections that are over

private:
    static bool isWhole(const QByteArray &request)
    {
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0)
            return !request.isEmpty() && !request.startsWith("POST"); // not HTTP: answer at once
        const qsizetype length = request.indexOf("Content-Length: ");
        return request.size() - end - 4
               >= request.mid(length + 16, request.indexOf("\r\n", length) - length - 16).toLongLong();
    }
};
