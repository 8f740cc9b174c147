#pragma once

#include "support/events.h"
#include "support/rawhttp.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <csignal>

namespace TestSupport {

/// The real collector, from outside, with a database in a folder of its own. Test classes derive from it, and make
/// their init() call prepare() and their cleanup() end().
class CollectorProgram
{
protected:
    ~CollectorProgram() = default;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    std::unique_ptr<QProcess> m_collector;
    quint16 m_port = 0;
    quint16 m_operatorPort = 0;

    QProcess &launch(const QStringList &arguments)
    {
        m_collector = std::make_unique<QProcess>();
        m_collector->start(QStringLiteral(TELEMETRY_COLLECTOR), arguments);
        return *m_collector;
    }
    /// The port that the next line of the output names after these words; 0 when it says something else.
    quint16 readPort(const QByteArray &words)
    {
        while (!m_collector->canReadLine()) {
            if (!m_collector->waitForReadyRead(20'000))
                return 0;
        }
        const QByteArray line = m_collector->readLine().trimmed();
        return line.startsWith(words) ? line.mid(words.size()).toUShort() : quint16(0);
    }
    bool start(const QString &now = QStringLiteral("2026-11-18T12:00:00Z"), const QStringList &more = {})
    {
        launch(QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"),
                           m_path, QStringLiteral("--now"), now}
               + more);
        m_port = readPort(QByteArrayLiteral("listening on http://127.0.0.1:"));
        return m_port > 0;
    }
    bool startWithOperatorPages()
    {
        if (!start(QStringLiteral("2026-11-18T12:00:00Z"),
                   {QStringLiteral("--operator-listen"), QStringLiteral("127.0.0.1:0")}))
            return false;
        m_operatorPort = readPort(QByteArrayLiteral("operator pages on http://127.0.0.1:"));
        return m_operatorPort > 0;
    }
    static RawAnswer get(quint16 port, const QByteArray &target, const QByteArray &host)
    {
        RawConnection client(port);
        client.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return client.answer();
    }
    bool finish(int signal)
    {
        ::kill(static_cast<pid_t>(m_collector->processId()), signal);
        return m_collector->waitForFinished(20'000);
    }
    RawAnswer post(const QByteArray &target, const QByteArray &body) const
    {
        RawConnection client(m_port);
        client.send(postBytes(target, body));
        return client.answer();
    }
    /// Rows as topic, reporter and period, by a connection of its own.
    QStringList rows() const
    {
        return query(
            QStringLiteral("SELECT topic || ' ' || lower(hex(reporter)) || ' ' || period FROM event ORDER BY 1"));
    }
    QStringList query(const QString &sql) const
    {
        QStringList rows;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
            database.setDatabaseName(m_path);
            if (!database.open())
                return {QStringLiteral("not open")};
            QSqlQuery query(sql, database);
            while (query.next())
                rows.append(query.value(0).toString());
        }
        QSqlDatabase::removeDatabase(QStringLiteral("outside"));
        return rows;
    }
    static QString row(const Telemetry::Event &event)
    {
        return event.topic + QLatin1Char(' ') + event.reporter.toString() + QLatin1Char(' ') + event.period.toString();
    }
    void prepare()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(QStringLiteral("raw.sqlite"));
    }
    void end()
    {
        if (m_collector && m_collector->state() != QProcess::NotRunning) {
            m_collector->kill();
            m_collector->waitForFinished();
        }
        m_collector.reset();
    }
};

} // namespace TestSupport
