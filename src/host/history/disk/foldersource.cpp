#include "host/history/disk/foldersource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

FolderSource::FolderSource(const QString &folder)
    : m_folder(folder)
{
}

Result<QByteArray> FolderSource::read(const QString &path, qsizetype most)
{
    if (!QFileInfo(m_folder).isDir()) // a mistaken name is no proof that files are missing
        return Error{Error::Code::Io, u"there is no folder %1"_s.arg(m_folder)};
    QFile file(QDir(m_folder).filePath(path));
    if (!QFileInfo(file).isFile())
        return Error{Error::Code::NotFound, u"there is no file %1"_s.arg(file.fileName())};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, file.errorString()};
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Code::Io, file.errorString()};
    if (bytes.size() > most)
        return Error{Error::Code::TooLarge, u"more than %1 bytes"_s.arg(most)};
    return bytes;
}

} // namespace Telemetry
