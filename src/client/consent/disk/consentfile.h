#pragma once

#include "client/consent/policy.h"

#include <QString>

namespace Telemetry {

/// What the consent step keeps of one user: the record of this environment, and the choice for all environments. Both
/// are written after an answer, never before.
class ConsentFile
{
public:
    /// `folder` is napari's settings folder; empty: napari keeps no settings. `environment` names this user's Python
    /// environment (host.h). ClientFiles has the names.
    ConsentFile(const QString &folder, const QString &environment);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString userPath() const { return m_userPath; }
    /// Whether an answer could be kept. Only looks; writes nothing.
    [[nodiscard]] AnswerKeeping keeping() const;

    [[nodiscard]] Found<ConsentRecord> read() const;
    [[nodiscard]] Found<UserChoice> readUser() const;
    /// Replace the file as a whole (the old or the new one survives a crash), readable by the user only. A damaged one
    /// is kept beside it once, as NAME.damaged. Errors: Io, with the system's words.
    [[nodiscard]] Result<Done> write(const ConsentRecord &record) const;
    [[nodiscard]] Result<Done> writeUser(const UserChoice &choice) const;

private:
    QString m_path;     ///< empty: nothing is kept
    QString m_userPath; ///< likewise
};

} // namespace Telemetry
