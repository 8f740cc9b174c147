#include "client/sources/disk/publiclistfile.h"

#include "contract/limits.h"
#include "contract/publicstrings.h"
#include "platform/disk/privatefiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

PublicListFile::PublicListFile(const QString &folder)
    : m_folder(folder)
    , m_file(folder + u"/public-plugins.json"_s)
{
}

std::optional<QByteArray> PublicListFile::load() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray list = file.read(Limits::publicPluginsBytes + 1);
    if (!PublicStrings::load(list).ok())
        return std::nullopt;
    return list;
}

QDate PublicListFile::savedOn() const
{
    return QFileInfo(m_file).lastModified().toUTC().date();
}

Result<Done> PublicListFile::save(const QByteArray &list) const
{
    if (auto folder = makePrivateFolder(m_folder); !folder)
        return folder;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(privateFile) || file.write(list) != list.size()
        || !file.commit())
        return Error{Error::Code::Io, u"the public list can't be written: %1"_s.arg(file.errorString())};
    return Done{};
}

} // namespace Telemetry
