#include "host/certificate/disk/certificatefiles.h"

#include "host/history/disk/keyfile.h"
#include "platform/disk/wholefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Telemetry {

CertificateFiles::CertificateFiles(QString publicFolder)
    : m_publicFolder(std::move(publicFolder))
{
}

std::optional<Result<QByteArray>> CertificateFiles::publicFile(const QString &path, qsizetype most) const
{
    if (m_publicFolder.isEmpty())
        return std::nullopt;
    return WholeFile::read(m_publicFolder + u'/' + path, most);
}

Result<QByteArray> CertificateFiles::file(const QString &path, qsizetype most) const
{
    return WholeFile::read(path, most).value_or(Error{Error::Code::NotFound, u"there is no such file"_s});
}

Result<SigningKeys> CertificateFiles::secretKey(const QString &path) const
{
    const auto keys = readKeyFiles({path});
    return keys ? Result<SigningKeys>(keys.value().first()) : keys.error();
}

/// Each file is replaced whole. When one can't be, those that were new with it would belong to nothing.
Result<Done> CertificateFiles::write(const QString &folder, const QMap<QString, QByteArray> &files)
{
    if (!QDir().mkpath(folder))
        return Error{Error::Code::Io, u"the folder %1 can't be made"_s.arg(folder)};
    QMap<QString, std::optional<QByteArray>> before;
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QString path = folder + u'/' + it.key();
        const auto old = WholeFile::read(path, Limits::certificatePageBytes);
        const auto written = WholeFile::writeForUser(path, it.value());
        if (written) {
            before.insert(path, old && *old ? std::optional(old->value()) : std::nullopt);
            continue;
        }
        for (auto done = before.begin(); done != before.end(); ++done) {
            const auto undone =
                done.value() ? WholeFile::writeForUser(done.key(), *done.value()) : WholeFile::takeAway(done.key());
            if (!undone)
                return Error{Error::Code::Io, u"%1: %2; and %3 is there without it: remove it"_s.arg(
                                                  path, written.error().detail, done.key())};
        }
        return Error{written.error().code, u"%1: %2"_s.arg(path, written.error().detail)};
    }
    return Done{};
}

} // namespace Telemetry
