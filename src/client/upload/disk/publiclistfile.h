#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace Telemetry {

/// The public list that the collector gave last, in `public-plugins.json` of the folder that all environments of the
/// user share; mode 0600. Worker thread.
class PublicListFile
{
public:
    explicit PublicListFile(const QString &folder);

    /// The list, exactly as it came. Nothing when there is none, or none that is whole and well-formed.
    [[nodiscard]] std::optional<QByteArray> load() const;
    /// The day (UTC) of the last save; invalid when there is none.
    [[nodiscard]] QDate savedOn() const;
    /// Puts a list in the place of the one before, whole or not at all. Errors: Io.
    [[nodiscard]] Result<Done> save(const QByteArray &list) const;

    [[nodiscard]] QString fileName() const { return m_file; }

private:
    QString m_folder;
    QString m_file;
};

} // namespace Telemetry
