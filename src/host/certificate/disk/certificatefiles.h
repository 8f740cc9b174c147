#pragma once

#include "host/certificate/abstractcertificatefiles.h"

namespace Telemetry {

/// The files of certificates on the disk. One thread; waits for the disk.
class CertificateFiles : public AbstractCertificateFiles
{
public:
    /// Empty: there is no public folder, and so no file of it.
    explicit CertificateFiles(QString publicFolder);

    [[nodiscard]] std::optional<Result<QByteArray>> publicFile(const QString &path, qsizetype most) const override;
    [[nodiscard]] Result<QByteArray> file(const QString &path, qsizetype most) const override;
    [[nodiscard]] Result<SigningKeys> secretKey(const QString &path) const override;
    [[nodiscard]] Result<Done> write(const QString &folder, const QMap<QString, QByteArray> &files) override;

private:
    QString m_publicFolder;
};

} // namespace Telemetry
