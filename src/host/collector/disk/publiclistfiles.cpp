#include "host/collector/disk/publiclistfiles.h"

#include "contract/limits.h"
#include "platform/disk/wholefile.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Result<SharedPublicList> readSound(const Result<QByteArray> &bytes, const QString &file)
{
    const auto list = bytes ? readPublicList(bytes.value()) : bytes.error();
    if (!list)
        return Error{list.error().code, u"%1: %2"_s.arg(file, list.error().detail)};
    return list;
}

} // namespace

PublicListFiles::PublicListFiles(QString file, QByteArray shipped)
    : m_file(std::move(file))
    , m_shipped(std::move(shipped))
{
}

std::optional<Result<QByteArray>> PublicListFiles::read() const
{
    if (m_file.isEmpty())
        return std::nullopt;
    return WholeFile::read(m_file, Limits::publicListBytes);
}

Result<PublicListFiles::Choice> PublicListFiles::choose() const
{
    QString refused;
    if (const auto bytes = read()) {
        const auto list = readSound(*bytes, m_file);
        if (list)
            return Choice{list.value(), {}};
        refused = list.error().detail;
        if (const auto before = WholeFile::read(fileBefore(), Limits::publicListBytes)) {
            if (const auto usable = readSound(*before, fileBefore()))
                return Choice{usable.value(), refused};
        }
    }
    const auto builtIn = shipped();
    if (!builtIn)
        return builtIn.error();
    return Choice{builtIn.value(), refused};
}

Result<SharedPublicList> PublicListFiles::loadFrom(const QString &file, bool force) const
{
    const auto bytes = WholeFile::read(file, Limits::publicListBytes);
    if (!bytes)
        return Error{Error::Code::NotFound, u"there is no %1"_s.arg(file)};
    auto list = readSound(*bytes, file);
    if (!list)
        return list.error();
    const auto inUse = choose();
    if (!inUse)
        return inUse.error();
    const auto loss = greatLoss(inUse.value().list->strings, list.value()->strings);
    if (loss && !force)
        return Error{Error::Code::Invalid, u"%1: %2, --force loads it all the same"_s.arg(file, *loss)};
    // A crash in between leaves the list in use twice. Everybody may read them: they are public.
    if (const auto kept = WholeFile::writeForUser(fileBefore(), inUse.value().list->bytes); !kept)
        return kept.error();
    if (const auto written = WholeFile::writeForUser(m_file, list.value()->bytes); !written)
        return written.error();
    return list;
}

} // namespace Telemetry
