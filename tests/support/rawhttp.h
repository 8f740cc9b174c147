#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>
#include <QTest>

/// HTTP by hand, for what no client library would send.
namespace TestSupport {

struct RawAnswer
{
    int status = 0; ///< 0: no answer came
    QByteArray header;
    QByteArray body;
};

inline QByteArray postBytes(const QByteArray &target, const QByteArray &body, const QByteArray &more = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + more
           + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A connection that answers are read from one after the other. Waits without an event loop: the server has its own
/// thread or process.
class RawConnection
{
public:
    explicit RawConnection(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_connected = m_socket.waitForConnected(5000);
    }
    bool connected() const { return m_connected; }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) { }
    }
    /// Sends, and waits until the server has read it: it sees these bytes before any others. Whether it did. Linux:
    /// the queue of the server's end is in /proc.
    [[nodiscard]] bool sendAlone(const QByteArray &bytes)
    {
        send(bytes);
        const auto port = [](quint16 number) {
            return ':' + QByteArray::number(number, 16).toUpper().rightJustified(4, '0');
        };
        const QByteArray server = port(m_socket.peerPort()) + ' ';
        const QByteArray client = port(m_socket.localPort()) + ' ';
        return QTest::qWaitFor([&] {
            QFile connections(QStringLiteral("/proc/net/tcp"));
            if (!connections.open(QIODevice::ReadOnly))
                return false;
            for (const QByteArray &line : connections.readAll().split('\n')) {
                const qsizetype local = line.indexOf(server);
                if (local > 0 && line.indexOf(client) > local)
                    return line.simplified().split(' ').value(4).endsWith(":00000000"); // tx_queue:rx_queue
            }
            return false;
        });
    }
    /// Without a body, whatever length it names.
    RawAnswer answerToHead()
    {
        RawAnswer answer;
        if (!readUntil([this] { return m_bytes.contains("\r\n\r\n"); }))
            return answer;
        const qsizetype end = m_bytes.indexOf("\r\n\r\n") + 4;
        answer.header = m_bytes.left(end);
        answer.status = answer.header.mid(9, 3).toInt();
        m_bytes.remove(0, end);
        return answer;
    }
    RawAnswer answer()
    {
        RawAnswer answer = answerToHead();
        const qsizetype length = answer.header.toLower().indexOf("content-length: ");
        const qsizetype size = length < 0 ? 0 : answer.header.mid(length + 16).split('\r').first().toLongLong();
        if (!readUntil([&] { return m_bytes.size() >= size; }))
            return {};
        answer.body = m_bytes.left(size);
        m_bytes.remove(0, size);
        return answer;
    }
    /// Whether the server closes, having sent nothing more.
    bool closes()
    {
        (void)readUntil([] { return false; });
        return m_bytes.isEmpty() && m_socket.state() == QAbstractSocket::UnconnectedState;
    }

private:
    template<typename Condition> bool readUntil(Condition done)
    {
        QElapsedTimer time;
        time.start();
        while (!done()) {
            const bool more = m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(int(10'000 - time.elapsed()));
            m_bytes += m_socket.readAll();
            if (!more)
                return done();
        }
        return true;
    }
    QTcpSocket m_socket;
    QByteArray m_bytes;
    bool m_connected = false;
};

} // namespace TestSupport
