#pragma once

#include "contract/firstin.h"
#include "contract/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace Telemetry {

/// The raw events as they were in one moment. Not thread-safe.
class AbstractRawReader
{
public:
    struct RawEvent
    {
        QString topic;
        QString period;    ///< as stored
        QJsonObject value; ///< empty when it can't be read
        std::optional<FirstIn> firstIn = {};
    };
    using Visitor = std::function<void(const RawEvent &event)>;

    AbstractRawReader() = default;
    virtual ~AbstractRawReader();
    Q_DISABLE_COPY_MOVE(AbstractRawReader)

    /// The number of events. Errors: Io.
    [[nodiscard]] virtual Result<qint64> count() const = 0;
    /// Every event once, in no order that means anything. Errors: Io.
    [[nodiscard]] virtual Result<Done> visit(const Visitor &visitor) const = 0;
};

} // namespace Telemetry
