#pragma once

#include "host/history/abstractpublicsource.h"

namespace Telemetry {

/// A copy of the public files in a folder of this computer.
class FolderSource final : public AbstractPublicSource
{
public:
    explicit FolderSource(const QString &folder);
    [[nodiscard]] Result<QByteArray> read(const QString &path, qsizetype most) override;

private:
    QString m_folder;
};

} // namespace Telemetry
