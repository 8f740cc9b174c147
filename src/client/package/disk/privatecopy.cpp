#include "client/package/disk/privatecopy.h"

#include "contract/limits.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/programfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr auto prefix = "napari-telemetry-copy-"_L1;

/// A copy is needed for a moment; one that is old was left by a process that was killed.
void removeOldCopies(const QString &folder)
{
    const auto found = QDir(folder).entryInfoList({QString(prefix) + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &old : found) {
        if (old.lastModified().secsTo(QDateTime::currentDateTime()) > Limits::privateCopyMaxAgeS)
            QDir(old.filePath()).removeRecursively();
    }
}

} // namespace

PrivateCopy::PrivateCopy(const QString &folderTemplate)
    : m_folder(folderTemplate)
{
}

Result<std::shared_ptr<PrivateCopy>> PrivateCopy::make(const QString &dataFolder, const QString &name,
                                                       const QByteArray &bytes)
{
    QString place = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!isOwnProgramFolder(place)) {
        place = dataFolder;
        if (!makePrivateFolder(place) || !isOwnProgramFolder(place))
            return Error{Error::Code::Io,
                         u"%1 has to be a folder of yours alone, from which programs can be loaded"_s.arg(place)};
    }
    removeOldCopies(place);
    // QTemporaryDir makes it for this user alone, 0700, under a name that was not there.
    std::shared_ptr<PrivateCopy> copy(new PrivateCopy(place + u'/' + prefix + u"XXXXXX"_s));
    if (!copy->m_folder.isValid())
        return Error{Error::Code::Io, copy->m_folder.errorString()};
    copy->m_path = copy->m_folder.filePath(name);
    QFile file(copy->m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return Error{Error::Code::Io, file.errorString()};
    return copy;
}

} // namespace Telemetry
