#include "host/aggregate/abstractpublicdraft.h"

namespace Telemetry {

AbstractPublicDraft::~AbstractPublicDraft() = default;

} // namespace Telemetry
