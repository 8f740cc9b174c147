#include "client/spool/abstractheldtopics.h"

namespace Telemetry {

AbstractHeldTopics::~AbstractHeldTopics() = default;

} // namespace Telemetry
