#pragma once

#include <QMap>
#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <memory>

/// Files over HTTP, from a thread of its own: whoever asks may wait in the test's thread.
class StaticServer
{
public:
    StaticServer()
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_server = std::make_unique<QTcpServer>();
                m_server->listen(QHostAddress::LocalHost);
                m_port = m_server->serverPort();
                QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] { accept(); });
            },
            Qt::BlockingQueuedConnection);
    }
    ~StaticServer()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(StaticServer)

    [[nodiscard]] QString base() const { return QStringLiteral("http://127.0.0.1:%1/data").arg(m_port); }
    /// The files below base() from now on.
    void serve(const QMap<QString, QByteArray> &files)
    {
        const QMutexLocker lock(&m_mutex);
        m_files = files;
    }
    /// What this path answers instead, whole; empty: it is silent.
    void answer(const QString &path, const QByteArray &response)
    {
        const QMutexLocker lock(&m_mutex);
        m_answers[path] = response;
    }
    [[nodiscard]] QByteArrayList requests() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }
    static QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
               + "\r\n\r\n" + body;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray request = socket->peek(socket->bytesAvailable());
                if (!request.contains("\r\n\r\n"))
                    return;
                socket->readAll();
                socket->write(answerTo(request));
            });
        }
    }
    QByteArray answerTo(const QByteArray &request)
    {
        const QMutexLocker lock(&m_mutex);
        m_requests.append(request);
        const QString path = QString::fromLatin1(request.split(' ').value(1)).mid(QStringLiteral("/data/").size());
        if (m_answers.contains(path))
            return m_answers[path];
        return m_files.contains(path) ? http("200 OK", m_files[path]) : http("404 Not Found", "nothing");
    }

    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    mutable QMutex m_mutex; ///< of what follows
    QMap<QString, QByteArray> m_files;
    QMap<QString, QByteArray> m_answers;
    QByteArrayList m_requests;
};
