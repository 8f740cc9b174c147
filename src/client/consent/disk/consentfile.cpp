#include "client/consent/disk/consentfile.h"

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
        WholeFile::keepAside(path);
    return WholeFile::write(path, bytes, WholeFile::Folder::Shared);
}

} // namespace

ConsentFile::ConsentFile(const QString &folder, const QString &environment)
{
    if (folder.isEmpty())
        return;
    // An environment of uvx has two folders, which are one word in its name.
    const bool ownFolder = QString(folder).replace(u'/', u'_').endsWith(u'_' + environment);
    m_path = folder + (ownFolder ? u"/telemetry-consent.json"_s : u"/telemetry-consent-%1.json"_s.arg(environment));
    m_userPath = (ownFolder ? folder.chopped(environment.size() + 1) : folder) + u"/telemetry-user.json"_s;
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
