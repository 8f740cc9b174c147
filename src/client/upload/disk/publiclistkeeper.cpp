#include "client/upload/disk/publiclistkeeper.h"

#include "client/upload/disk/publiclistfile.h"
#include "client/upload/uploadinterface.h"
#include "platform/disk/shippedresources.h"

namespace Telemetry {

Result<PublicStrings> PublicListKeeper::inUse(const QString &folder)
{
    const auto refreshed = PublicListFile(folder).load();
    return refreshed ? PublicStrings::load(*refreshed) : shippedPublicStrings();
}

PublicListKeeper::PublicListKeeper(const QString &folder, const Endpoints &endpoints)
    : m_folder(folder)
    , m_endpoints(endpoints)
{
}

void PublicListKeeper::refresh(const Grant &grant, UploadInterface &upload, QDate today)
{
    const PublicListFile file(m_folder);
    if (grant.level() < Level::Middle || m_askedOn == today || file.savedOn() == today)
        return;
    m_askedOn = today;
    m_refresher = upload.createListRefresher(grant, m_endpoints);
    m_refresher->refresh(file.load().value_or(shippedPublicList()), [file](const std::optional<QByteArray> &list) {
        if (list)
            (void)file.save(*list); // or again tomorrow
    });
}

} // namespace Telemetry
