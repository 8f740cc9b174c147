#pragma once

#include "client/spool/abstractheldtopics.h"

namespace Telemetry {

/// The held topics in a small JSON file beside the spool (0600), which several processes of a user share. It is a file
/// of its own, so that a damaged spool that is set aside does not take the user's wish along. There is none until a
/// topic is held. Errors: Io; Invalid, TooLarge and Unsupported when it is not what we wrote.
class HeldTopicsFile final : public AbstractHeldTopics
{
public:
    explicit HeldTopicsFile(QString file);

    [[nodiscard]] Result<QSet<QString>> read() const override;
    [[nodiscard]] Result<Done> setHeld(const QString &topic, bool held) override;
    [[nodiscard]] const QString &path() const { return m_file; }

private:
    QString m_file;
};

} // namespace Telemetry
