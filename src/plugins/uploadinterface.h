#pragma once

#include "upload/abstractuploader.h"

#include <QtPlugin>

#include <memory>

namespace Telemetry {

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
    /// Call it in the worker thread; the uploader belongs to the caller, and to that thread. Spool and dictionary must
    /// outlive it.
    [[nodiscard]] virtual std::unique_ptr<AbstractUploader> createUploader(const Grant &grant, AbstractSpool &spool,
                                                                           const DataDictionary &dictionary,
                                                                           const Endpoints &endpoints) = 0;
};

} // namespace Telemetry

Q_DECLARE_INTERFACE(Telemetry::UploadInterface, "org.napari.telemetry.UploadInterface/1")
