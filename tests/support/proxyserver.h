#pragma once

#include <QTcpServer>
#include <QTcpSocket>

/// A small proxy that speaks CONNECT and SOCKS5, whichever is asked for. It leads every connection to one port of this
/// computer, whatever name was asked for, and keeps what it was told.
class ProxyServer final : public QTcpServer
{
public:
    /// With a person (`user:password`), only for whoever says so.
    explicit ProxyServer(quint16 target, const QByteArray &person = {})
        : m_target(target)
        , m_person(person)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                ++connections;
                auto *conversation = new Conversation{*this, client};
                connect(client, &QTcpSocket::readyRead, client, [conversation] { conversation->hear(); });
                connect(client, &QObject::destroyed, client, [conversation] { delete conversation; });
            }
        });
    }
    [[nodiscard]] QByteArray place() const { return "127.0.0.1:" + QByteArray::number(serverPort()); }

    QByteArrayList asked;       ///< `CONNECT name:443`, or `SOCKS5 name:443`; an address in brackets
    QByteArrayList credentials; ///< `user:password`, as they were given
    int connections = 0;
    QByteArray bytes; ///< what went through, to the target

private:
    struct Conversation
    {
        ProxyServer &proxy;
        QTcpSocket *client;
        QTcpSocket *server = nullptr;
        QByteArray heard = {};
        enum { Greeting, SigningIn, Asking } socks = Greeting;

        void hear()
        {
            if (server) {
                const QByteArray piece = client->readAll();
                proxy.bytes += piece;
                server->write(piece);
                return;
            }
            heard += client->readAll();
            if (heard.startsWith('\5') || socks != Greeting)
                hearSocks();
            else if (heard.endsWith("\r\n\r\n"))
                hearConnect();
        }
        void hearConnect()
        {
            proxy.asked.append("CONNECT " + heard.split(' ').value(1));
            const qsizetype at = heard.indexOf("Proxy-Authorization: Basic ");
            if (at >= 0)
                proxy.credentials.append(QByteArray::fromBase64(heard.mid(at + 27, heard.indexOf('\r', at) - at - 27)));
            heard.clear();
            if (!proxy.m_person.isEmpty() && (at < 0 || proxy.credentials.last() != proxy.m_person)) {
                client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                              "Content-Length: 0\r\nConnection: close\r\n\r\n");
                client->disconnectFromHost();
                return;
            }
            lead("HTTP/1.1 200 Connection established\r\n\r\n");
        }
        void hearSocks()
        {
            if (socks == Greeting && heard.size() >= 2 && heard.size() >= 2 + heard[1]) {
                const bool canSignIn = heard.sliced(2, heard[1]).contains('\2');
                heard.clear();
                const bool must = !proxy.m_person.isEmpty();
                socks = must ? SigningIn : Asking;
                client->write(!must       ? QByteArray("\5\0", 2)
                              : canSignIn ? QByteArray("\5\2", 2)
                                          : QByteArray("\5\xff", 2));
            } else if (socks == SigningIn && heard.size() >= 2 && heard.size() >= 3 + heard[1]) {
                const QByteArray user = heard.sliced(2, heard[1]);
                proxy.credentials.append(user + ':' + heard.sliced(3 + user.size()));
                heard.clear();
                const bool good = proxy.credentials.last() == proxy.m_person;
                socks = Asking;
                client->write(good ? QByteArray("\1\0", 2) : QByteArray("\1\1", 2));
                if (!good)
                    client->disconnectFromHost();
            } else if (socks == Asking && heard.size() > 8) {
                const bool isName = heard[3] == '\3';
                const QByteArray name = isName ? heard.sliced(5, heard[4]) : '[' + heard.sliced(4, 4).toHex('.') + ']';
                const QByteArray port = heard.last(2);
                proxy.asked.append("SOCKS5 " + name + ':' + QByteArray::number(quint8(port[0]) << 8 | quint8(port[1])));
                lead(QByteArray("\5\0\0\1\0\0\0\0\0\0", 10));
            }
        }
        void lead(const QByteArray &yes)
        {
            server = new QTcpSocket(client);
            QObject::connect(server, &QTcpSocket::readyRead, client, [this] { client->write(server->readAll()); });
            QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
            server->connectToHost(QHostAddress::LocalHost, proxy.m_target);
            client->write(yes);
        }
    };
    quint16 m_target;
    QByteArray m_person;
};
