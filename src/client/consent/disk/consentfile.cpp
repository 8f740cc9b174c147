#include "client/consent/disk/consentfile.h"

#include "client/consent/clientfiles.h"
#include "client/consent/host.h"
#include "platform/disk/wholefile.h"

#include <QDir>
#include <QFile>
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

Found<ConsentRecord> recordOf(const QString &path)
{
    return WholeFile::readWith<ConsentRecord>(path, consentRecordFromJson);
}

/// It can only say no: whatever else is there, nobody knows what the user wanted.
Result<ConsentRecord> refusalFromJson(const QByteArray &json)
{
    auto record = consentRecordFromJson(json);
    if (record && record.value().answer.level != Level::None)
        return Error{Error::Code::Invalid, u"it is no refusal"_s};
    return record;
}

} // namespace

ConsentFile::ConsentFile(const Host &host)
{
    if (host.configFolder.isEmpty())
        return;
    m_path = ClientFiles::recordIn(host.configFolder, host.environment);
    m_userPath = ClientFiles::userChoiceIn(host.configFolder, host.environment);
    m_refusalPath = ClientFiles::refusalIn(host.dataFolder, host.environment);
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
    if (m_path.isEmpty())
        return {};
    const auto refusal = WholeFile::readWith<ConsentRecord>(m_refusalPath, refusalFromJson);
    return refusal.content ? refusal : recordOf(m_path);
}

Found<UserChoice> ConsentFile::readUser() const
{
    return m_userPath.isEmpty() ? Found<UserChoice>() : WholeFile::readWith<UserChoice>(m_userPath, userChoiceFromJson);
}

Result<Done> ConsentFile::write(const ConsentRecord &record) const
{
    if (auto written = replace(m_path, recordOf(m_path), consentRecordToJson(record)); !written)
        return written;
    QFile refusal(m_refusalPath);
    if (!refusal.exists() || refusal.remove() || record.answer.level == Level::None)
        return Done{};
    return Error{Error::Code::Io, u"the no in %1 can't be removed: %2"_s.arg(m_refusalPath, refusal.errorString())};
}

Result<Done> ConsentFile::refuse(const ConsentRecord &no) const
{
    if (m_path.isEmpty())
        return Error{Error::Code::Io, u"napari keeps no settings"_s};
    auto written = WholeFile::write(m_refusalPath, consentRecordToJson(no), WholeFile::Folder::Shared);
    if (!written)
        (void)WholeFile::takeAway(m_path).ok(); // without it there is no yes either; whoever reads it again sees that
    return written;
}

Result<Done> ConsentFile::writeUser(const UserChoice &choice) const
{
    return replace(m_userPath, readUser(), userChoiceToJson(choice));
}

} // namespace Telemetry
