#include "client/plugins/upload/uploadplugin.h"

#include "client/upload/eraser.h"
#include "client/upload/listrefresher.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"

#include <QNetworkInformation>

namespace Telemetry {

void UploadPlugin::watchConnection()
{
    using Feature = QNetworkInformation::Feature;
    // What no back end of this system can tell stays unknown, and is no reason against sending.
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Metered | Feature::Reachability)
        && !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *information = QNetworkInformation::instance();
    connect(information, &QNetworkInformation::isMeteredChanged, this, &UploadPlugin::connectionChanged);
    connect(information, &QNetworkInformation::reachabilityChanged, this, &UploadPlugin::connectionChanged);
    connectionChanged();
}

void UploadPlugin::connectionChanged()
{
    const QNetworkInformation *information = QNetworkInformation::instance();
    const bool metered = information->supports(QNetworkInformation::Feature::Metered) && information->isMetered();
    const bool none = information->reachability() == QNetworkInformation::Reachability::Disconnected;
    m_mayUseConnection = !metered && !none;
}

std::unique_ptr<AbstractUploader> UploadPlugin::createUploader(const Grant &grant, AbstractSpool &spool,
                                                               const DataDictionary &dictionary,
                                                               const Endpoints &endpoints)
{
    return std::make_unique<Uploader>(grant, spool, dictionary, endpoints, std::make_unique<HttpTransport>());
}

std::unique_ptr<AbstractEraser> UploadPlugin::createEraser(EraseGrant grant, AbstractReceipts &receipts,
                                                           const Endpoints &endpoints)
{
    return std::make_unique<Eraser>(std::move(grant), receipts, endpoints, std::make_unique<HttpTransport>());
}

std::unique_ptr<AbstractListRefresher> UploadPlugin::createListRefresher(const Grant &grant, const Endpoints &endpoints)
{
    HttpTransport::Bounds bounds;
    bounds.responseBytes = Limits::publicPluginsBytes;
    return std::make_unique<ListRefresher>(grant, endpoints, std::make_unique<HttpTransport>(bounds));
}

} // namespace Telemetry
