#include "client/plugins/upload/uploadplugin.h"

#include "client/upload/eraser.h"
#include "client/upload/listrefresher.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"

namespace Telemetry {

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
    bounds.responseBytes = Limits::publicListBytes;
    return std::make_unique<ListRefresher>(grant, endpoints, std::make_unique<HttpTransport>(bounds));
}

} // namespace Telemetry
