#pragma once

#include "contract/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace Telemetry {

/// The raw events as they were in one moment. Not thread-safe.
class AbstractRawReader
{
public:
    /// Told of each event: topic, week as stored, value. An event whose value can't be read has an empty one.
    using Visitor = std::function<void(const QString &topic, const QString &week, const QJsonObject &value)>;

    AbstractRawReader() = default;
    virtual ~AbstractRawReader();
    Q_DISABLE_COPY_MOVE(AbstractRawReader)

    /// The number of events. Errors: Io.
    [[nodiscard]] virtual Result<qint64> count() const = 0;
    /// Every event once, in no order that means anything. Errors: Io.
    [[nodiscard]] virtual Result<Done> visit(const Visitor &visitor) const = 0;
};

} // namespace Telemetry
