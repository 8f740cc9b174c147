#include "upload/abstractuploader.h"

#include "contract/workerlog.h"
#include "upload/uploadlog.h"

namespace Telemetry {

Q_LOGGING_CATEGORY(uploadLog, "telemetry.upload", quietInWorker)

AbstractUploader::~AbstractUploader() = default;

} // namespace Telemetry
