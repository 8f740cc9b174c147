#pragma once

#include "contract/firstin.h"
#include "contract/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Telemetry {

/// The raw events as they were in one moment. Not thread-safe.
class AbstractRawReader
{
public:
    /// Events that only their reporters tell apart.
    struct RawEvents
    {
        QString topic;
        QString period;    ///< as stored
        QJsonObject value; ///< empty when it can't be read
        std::optional<FirstIn> firstIn = {};
        qint64 people = 1; ///< how many of them there are, each of another reporter
    };
    using Visitor = std::function<void(const RawEvents &events)>;

    AbstractRawReader() = default;
    virtual ~AbstractRawReader();
    Q_DISABLE_COPY_MOVE(AbstractRawReader)

    /// The number of events. Errors: Io.
    [[nodiscard]] virtual Result<qint64> count() const = 0;
    /// The periods, as they are stored, of all events, each once. Errors: Io.
    [[nodiscard]] virtual Result<QStringList> periods() const = 0;
    /// Every event once, those that are alike together, in no order that means anything. Errors: Io.
    [[nodiscard]] virtual Result<Done> visit(const Visitor &visitor) const = 0;
};

} // namespace Telemetry
