#include "client/consent/disk/consentfile.h"

#include "client/consent/clientfiles.h"
#include "platform/disk/wholefile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

template<typename T> Result<Done> replace(const QString &path, const Found<T> &before, const QByteArray &bytes)
{
    if (path.isEmpty())
        return Error{Error::Code::Io, u"napari keeps no settings"_s};
    if (before.content && !*before.content)
        WholeFile::keepAside(path, ClientFiles::damagedOf(path));
    return WholeFile::write(path, bytes, WholeFile::Folder::Shared);
}

} // namespace

ConsentFile::ConsentFile(const QString &folder, const QString &environment)
{
    if (folder.isEmpty())
        return;
    m_path = ClientFiles::recordIn(folder, environment);
    m_userPath = ClientFiles::userChoiceIn(folder, environment);
}

AnswerKeeping ConsentFile::keeping() const
{
    if (m_path.isEmpty())
        return AnswerKeeping::NoFolder;
    // The folder may not be there yet; then the nearest one that is decides whether it can be made.
    QFileInfo folder(QFileInfo(m_path).path());
    while (!folder.exists() && !folder.isRoot())
        folder.setFile(folder.path());
    return folder.isDir() && folder.isWritable() ? AnswerKeeping::Kept : AnswerKeeping::ReadOnly;
}

Found<ConsentRecord> ConsentFile::read() const
{
    return m_path.isEmpty() ? Found<ConsentRecord>()
                            : WholeFile::readWith<ConsentRecord>(m_path, consentRecordFromJson);
}

Found<UserChoice> ConsentFile::readUser() const
{
    return m_userPath.isEmpty() ? Found<UserChoice>() : WholeFile::readWith<UserChoice>(m_userPath, userChoiceFromJson);
}

Result<Done> ConsentFile::write(const ConsentRecord &record) const
{
    return replace(m_path, read(), consentRecordToJson(record));
}

Result<Done> ConsentFile::writeUser(const UserChoice &choice) const
{
    return replace(m_userPath, readUser(), userChoiceToJson(choice));
}

} // namespace Telemetry
