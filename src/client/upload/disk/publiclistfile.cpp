#include "client/upload/disk/publiclistfile.h"

#include "client/consent/clientfiles.h"
#include "contract/limits.h"
#include "contract/publicstrings.h"
#include "platform/disk/wholefile.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

PublicListFile::PublicListFile(const QString &folder)
    : m_folder(folder)
    , m_file(ClientFiles::publicListIn(folder))
{
}

std::optional<QByteArray> PublicListFile::load() const
{
    const auto list = WholeFile::read(m_file, Limits::publicListBytes);
    if (!list || !*list || !PublicStrings::load(list->value()).ok())
        return std::nullopt;
    return list->value();
}

QDate PublicListFile::savedOn() const
{
    return QFileInfo(m_file).lastModified().toUTC().date();
}

Result<Done> PublicListFile::save(const QByteArray &list) const
{
    if (auto written = WholeFile::write(m_file, list, WholeFile::Folder::Ours); !written)
        return Error{Error::Code::Io, u"the public list can't be written: %1"_s.arg(written.error().detail)};
    return Done{};
}

} // namespace Telemetry
