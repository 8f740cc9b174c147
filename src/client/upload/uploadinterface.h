#pragma once

#include "client/consent/erasegrant.h"
#include "client/upload/abstracteraser.h"
#include "client/upload/abstractlistrefresher.h"
#include "client/upload/abstractuploader.h"

#include <QtPlugin>

#include <memory>

namespace Telemetry {

class AbstractReceipts;
class AbstractSpool;
class DataDictionary;
class Endpoints;
class Grant;

/// What the upload plugin offers to the telemetry plugin. (Interfaces across plugins are found by their identifier:
/// each plugin has its own copy of our classes, so qobject_cast to a class would fail.)
class UploadInterface
{
public:
    virtual ~UploadInterface() = default;
    /// Begins to watch what kind of connection there is. GUI thread, before everything else.
    virtual void watchConnection() = 0;
    /// Whether something may be sent of its own accord: not on a metered connection, nor without any, as far as Qt can
    /// tell. Any thread.
    [[nodiscard]] virtual bool mayUseConnection() const = 0;
    /// Call it in the worker thread; the uploader belongs to the caller, and to that thread. Spool and dictionary must
    /// outlive it.
    [[nodiscard]] virtual std::unique_ptr<AbstractUploader> createUploader(const Grant &grant, AbstractSpool &spool,
                                                                           const DataDictionary &dictionary,
                                                                           const Endpoints &endpoints) = 0;
    /// In the same way; the receipts must outlive the eraser.
    [[nodiscard]] virtual std::unique_ptr<AbstractEraser> createEraser(EraseGrant grant, AbstractReceipts &receipts,
                                                                       const Endpoints &endpoints) = 0;
    /// In the same way.
    [[nodiscard]] virtual std::unique_ptr<AbstractListRefresher> createListRefresher(const Grant &grant,
                                                                                     const Endpoints &endpoints) = 0;
};

} // namespace Telemetry

Q_DECLARE_INTERFACE(Telemetry::UploadInterface, "org.napari.telemetry.UploadInterface/1")
