#include "upload/abstractuploader.h"

#include "upload/uploadlog.h"

namespace Telemetry {

Q_LOGGING_CATEGORY(uploadLog, "telemetry.upload")

AbstractUploader::~AbstractUploader() = default;

} // namespace Telemetry
