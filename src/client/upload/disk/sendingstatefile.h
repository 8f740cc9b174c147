#pragma once

#include "client/upload/abstractsendingstore.h"

#include <QString>

namespace Telemetry {

/// The states of sending in a small JSON file beside the spool, of mode 0600: not in the spool, so that one that is
/// restored from a backup, or set aside because it was damaged, does not make anything be sent too early. A file that
/// is damaged counts as an attempt at the time when it was last written. Errors: Io.
class SendingStateFile final : public AbstractSendingStore
{
public:
    explicit SendingStateFile(const QString &file);

    [[nodiscard]] Result<SendingStates> read() const override;
    [[nodiscard]] Result<Done> write(const SendingStates &states) override;

private:
    QString m_file;
};

} // namespace Telemetry
