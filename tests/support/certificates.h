#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

/// Certificates that the test makes for itself, with openssl.
namespace TestSupport {

class Certificates
{
public:
    Certificates()
    {
        run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "ca.key",
             "-out", "ca.crt", "-subj", "/CN=test authority", "-days", "2"});
        leaf("good", "IP:127.0.0.1", 2, true);
        leaf("expired", "IP:127.0.0.1", -1, true);
        leaf("elsewhere", "DNS:elsewhere.example", 2, true);
        leaf("named", "DNS:basic.telemetry.invalid,IP:192.0.2.1", 2, true);
        leaf("selfsigned", "IP:127.0.0.1", 2, false);
    }

    [[nodiscard]] QSslCertificate authority() const
    {
        return QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("ca.crt"))).value(0);
    }
    /// What a server of this name shows: good, expired, elsewhere, named (for basic.telemetry.invalid and 192.0.2.1) or
    /// selfsigned.
    [[nodiscard]] QSslConfiguration server(const QString &name) const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(m_folder.filePath(name + QStringLiteral(".crt"))));
        QFile key(m_folder.filePath(name + QStringLiteral(".key")));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("openssl made no key");
        tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        return tls;
    }

private:
    void run(const QStringList &words) const
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"), words);
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl %s: %s", qPrintable(words.join(u' ')), openssl.readAllStandardError().constData());
    }
    void run(std::initializer_list<const char *> words) const
    {
        QStringList list;
        for (const char *word : words)
            list.append(QString::fromLatin1(word));
        run(list);
    }
    void leaf(const char *name, const char *alternative, int days, bool signedByUs) const
    {
        const QByteArray n = name;
        const QByteArray san = QByteArray("subjectAltName=") + alternative;
        run({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
             (n + ".key").constData(), "-out", (n + ".csr").constData(), "-subj", "/CN=test server"});
        QFile extensions(m_folder.filePath(QString::fromLatin1(n + ".ext")));
        if (!extensions.open(QIODevice::WriteOnly) || extensions.write(san + '\n') < 0)
            qFatal("no extensions");
        extensions.close();
        QStringList words{QStringLiteral("x509"),          QStringLiteral("-req"), QStringLiteral("-in"),
                          QString::fromLatin1(n + ".csr"), QStringLiteral("-out"), QString::fromLatin1(n + ".crt"),
                          QStringLiteral("-days"),         QString::number(days),  QStringLiteral("-extfile"),
                          QString::fromLatin1(n + ".ext")};
        if (signedByUs)
            words += {QStringLiteral("-CA"), QStringLiteral("ca.crt"), QStringLiteral("-CAkey"),
                      QStringLiteral("ca.key"), QStringLiteral("-CAcreateserial")};
        else
            words += {QStringLiteral("-signkey"), QString::fromLatin1(n + ".key")};
        run(words);
    }
    QTemporaryDir m_folder;
};

} // namespace TestSupport
