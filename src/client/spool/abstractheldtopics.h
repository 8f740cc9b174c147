#pragma once

#include "contract/result.h"

#include <QSet>
#include <QString>

namespace Telemetry {

/// The topics that the user holds: nothing of them is recorded or sent until they are released. Worker thread; it may
/// do file input and output. An error means that nobody knows: then everything has to be held.
class AbstractHeldTopics
{
public:
    AbstractHeldTopics() = default;
    virtual ~AbstractHeldTopics();
    Q_DISABLE_COPY_MOVE(AbstractHeldTopics)

    [[nodiscard]] virtual Result<QSet<QString>> read() const = 0;
    [[nodiscard]] virtual Result<Done> setHeld(const QString &topic, bool held) = 0;
};

} // namespace Telemetry
