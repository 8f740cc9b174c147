#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>

class QIODevice;

namespace Telemetry {

/// What the public folder is to hold next, handed over file by file. It becomes public as a whole or not at all; what
/// wasn't published goes with the object. Not thread-safe.
class AbstractPublicDraft
{
public:
    AbstractPublicDraft() = default;
    virtual ~AbstractPublicDraft();
    Q_DISABLE_COPY_MOVE(AbstractPublicDraft)

    /// `path`: below the public folder. `content`: open to be read; it is read whole, and not kept. Returns the SHA-256
    /// of what will be public, as the history writes it. Errors: Invalid (there is one of this path), Io; then nothing
    /// of the draft can be published any more.
    [[nodiscard]] virtual Result<QByteArray> add(const QString &path, QIODevice &content) = 0;
    /// True when the public folder was replaced, false when it held these files already. Once. Errors: Unsupported (the
    /// file system can't exchange names), Io.
    [[nodiscard]] virtual Result<bool> publish() = 0;
};

} // namespace Telemetry
