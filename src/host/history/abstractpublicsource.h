#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace Telemetry {

/// The public files of a host, wherever they are: all that somebody who checks it has. One thread.
class AbstractPublicSource
{
public:
    AbstractPublicSource() = default;
    virtual ~AbstractPublicSource();
    Q_DISABLE_COPY_MOVE(AbstractPublicSource)

    /// The file of this path below it (as readHistoryLine() allows), at most so many bytes; waits for it. Errors:
    /// NotFound (there is no such file), TooLarge, Io (it can't be read now: nothing is known of it).
    [[nodiscard]] virtual Result<QByteArray> read(const QString &path, qsizetype most) = 0;
};

/// Makes the source of a place that somebody named, a URL or a folder. Errors: Invalid (it is neither).
using SourceMaker = std::function<Result<std::unique_ptr<AbstractPublicSource>>(const QString &place)>;

/// Whether the place is a URL of HTTP or HTTPS, and else a folder.
[[nodiscard]] bool isWebAddress(const QString &place);

} // namespace Telemetry
