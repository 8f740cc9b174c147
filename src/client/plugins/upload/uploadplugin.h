#pragma once

#include "client/upload/network/connectionwatch.h"
#include "client/upload/uploadinterface.h"

#include <QObject>

namespace Telemetry {

/// The root object of the upload plugin: the only one of ours that links the network, loaded at the first send or
/// erasing. Lives in the GUI thread.
class UploadPlugin : public QObject, public UploadInterface
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.napari.telemetry.UploadPlugin/1")
    Q_INTERFACES(Telemetry::UploadInterface)
public:
    void watchConnection() override { m_connection.begin(); }
    [[nodiscard]] bool mayUseConnection() const override { return m_connection.mayUse(); }
    [[nodiscard]] std::unique_ptr<AbstractUploader> createUploader(const Grant &grant, AbstractSpool &spool,
                                                                   const DataDictionary &dictionary,
                                                                   const Endpoints &endpoints) override;
    [[nodiscard]] std::unique_ptr<AbstractEraser> createEraser(EraseGrant grant, AbstractReceipts &receipts,
                                                               const Endpoints &endpoints) override;
    [[nodiscard]] std::unique_ptr<AbstractListRefresher> createListRefresher(const Grant &grant,
                                                                             const Endpoints &endpoints) override;

private:
    ConnectionWatch m_connection;
};

} // namespace Telemetry
