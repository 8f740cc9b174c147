#include "client/upload/abstractuploader.h"

#include "client/upload/uploadlog.h"
#include "contract/workerlog.h"

namespace Telemetry {

Q_LOGGING_CATEGORY(uploadLog, "telemetry.upload", quietInWorker)

AbstractUploader::~AbstractUploader() = default;

} // namespace Telemetry
