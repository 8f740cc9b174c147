#include "client/spool/abstractspool.h"

#include "client/spool/spoollog.h"
#include "contract/workerlog.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Q_LOGGING_CATEGORY(spoolLog, "telemetry.spool", quietInWorker)

AbstractSpool::~AbstractSpool() = default;

QString stateName(SpooledEvent::State state)
{
    switch (state) {
    case SpooledEvent::State::Pending:
        return u"pending"_s;
    case SpooledEvent::State::Sent:
        return u"sent"_s;
    case SpooledEvent::State::Refused:
        return u"refused"_s;
    }
    return {};
}

} // namespace Telemetry
