#pragma once

#include "contract/result.h"

#include <QMap>
#include <QString>

namespace Telemetry {

/// Says which environment the digest in the names of our files stands for: for people, nothing of ours depends on it.
/// Mode 0600, one for all environments of the user; those whose spool is gone are left out. Several processes may use
/// it at once. Worker thread.
class EnvironmentsFile
{
public:
    /// The file itself; the spools are beside it.
    explicit EnvironmentsFile(QString file);

    /// Adds one if it is not there. A list that can't be read begins anew. Errors: Io.
    [[nodiscard]] Result<Done> add(const QString &key, const QString &environment);
    /// Environments by digest; empty when there is no file. Errors: Io, TooLarge, Invalid.
    [[nodiscard]] Result<QMap<QString, QString>> read() const;

private:
    QString m_file;
};

} // namespace Telemetry
