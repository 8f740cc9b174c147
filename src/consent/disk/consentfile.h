#pragma once

#include "consent/policy.h"

#include <QString>

namespace Telemetry {

/// The files that the consent step reads, and the one that it writes: after an answer, never before.
class ConsentFile
{
public:
    /// `folder` is napari's settings folder of this environment.
    explicit ConsentFile(const QString &folder);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Found<ConsentRecord> read() const;
    /// Replaces the record as a whole (the old or the new one survives a crash), readable by the user only. A damaged
    /// record is kept beside it once, as NAME.damaged. Errors: Io, with the system's words.
    [[nodiscard]] Result<Done> write(const ConsentRecord &record) const;

    /// The administrator's file of this system.
    [[nodiscard]] static Found<AdministratorPolicy> readAdministratorPolicy(
        const QString &path = QStringLiteral("/etc/napari/telemetry-policy.json"));

private:
    QString m_folder;
    QString m_path;
};

} // namespace Telemetry
