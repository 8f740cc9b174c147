#include "platform/disk/programfolder.h"

#include <QFile>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace Telemetry {

bool isOwnProgramFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    struct stat status = {};
    struct statvfs system = {};
    return folder.startsWith(u'/') && ::lstat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode)
           && status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0
           && ::statvfs(path.constData(), &system) == 0 && (system.f_flag & ST_NOEXEC) == 0;
}

} // namespace Telemetry
