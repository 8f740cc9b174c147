#include "client/spool/abstractusejournal.h"

namespace Telemetry {

AbstractUseJournal::~AbstractUseJournal() = default;

} // namespace Telemetry
