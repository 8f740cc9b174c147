#include "platform/disk/wholefile.h"

#include "contract/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Telemetry::WholeFile {

std::optional<Result<QByteArray>> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        // QFile::exists() is false for a file in a folder that we may not enter, too; the open error tells them apart.
        if (!file.exists() && file.error() == QFileDevice::OpenError && !QFileInfo(path).isSymLink())
            return std::nullopt;
        return Result<QByteArray>(Error{Error::Code::Io, file.errorString()});
    }
    const QByteArray bytes = file.read(Limits::policyFileBytes + 1);
    if (bytes.size() > Limits::policyFileBytes)
        return Result<QByteArray>(Error{Error::Code::TooLarge, u"larger than %1 bytes"_s.arg(Limits::policyFileBytes)});
    return Result<QByteArray>(bytes);
}

Result<Done> write(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{Error::Code::Io, u"the folder %1 can't be made"_s.arg(folder)};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Code::Io, file.errorString()};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return Error{Error::Code::Io, file.errorString()};
    return Done{};
}

void keepAside(const QString &path)
{
    const QString copy = path + u".damaged"_s;
    if (!QFile::exists(copy))
        QFile::copy(path, copy);
}

} // namespace Telemetry::WholeFile
