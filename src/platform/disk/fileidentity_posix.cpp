#include "platform/disk/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace Telemetry {

namespace {

QByteArray identityOf(const struct stat &info)
{
    return QByteArray::number(static_cast<qulonglong>(info.st_dev)) + ':'
           + QByteArray::number(static_cast<qulonglong>(info.st_ino));
}

} // namespace

QByteArray fileIdentity(const QString &name)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(name).constData(), &info) == 0 ? identityOf(info) : QByteArray();
}

QByteArray fileIdentity(const QFile &file)
{
    struct stat info = {};
    return ::fstat(file.handle(), &info) == 0 ? identityOf(info) : QByteArray();
}

} // namespace Telemetry
