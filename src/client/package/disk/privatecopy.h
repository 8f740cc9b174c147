#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace Telemetry {

/// A file for the system's loader, which reads libraries by path only: bytes that were verified, in a folder that only
/// this user can enter. Removes both when destroyed. Any thread.
class PrivateCopy
{
public:
    /// In the user's runtime folder if there is one from which programs can be loaded, else in `dataFolder`, which is
    /// made when it is not there. Either has to be this user's alone. Removes copies that an earlier process could not.
    /// Errors: Io.
    [[nodiscard]] static Result<std::shared_ptr<PrivateCopy>> make(const QString &dataFolder, const QString &name,
                                                                   const QByteArray &bytes);

    [[nodiscard]] QString path() const { return m_path; }

private:
    explicit PrivateCopy(const QString &folderTemplate);

    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace Telemetry
