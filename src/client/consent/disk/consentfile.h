#pragma once

#include "client/consent/policy.h"

#include <QString>

namespace Telemetry {

struct Host;

/// What the consent step keeps of one user: the record of this environment, and the choice for all environments. Both
/// are written after an answer, never before.
///
/// A no has to hold also where the record can't be replaced (a settings folder that can't be written): it is kept in
/// napari's data folder then, as a record of its own that can say nothing else and counts before the other one, until
/// an answer is saved in its place.
class ConsentFile
{
public:
    /// ClientFiles has the names.
    explicit ConsentFile(const Host &host);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString userPath() const { return m_userPath; }
    /// Where a no is kept that can't be in path().
    [[nodiscard]] QString refusalPath() const { return m_refusalPath; }
    /// Whether an answer could be kept. Only looks; writes nothing.
    [[nodiscard]] AnswerKeeping keeping() const;

    /// What counts: the refusal, if there is one, else the record.
    [[nodiscard]] Found<ConsentRecord> read() const;
    [[nodiscard]] Found<UserChoice> readUser() const;
    /// Replace the file as a whole (the old or the new one survives a crash), readable by the user only. A damaged one
    /// is kept beside it once, as NAME.damaged. A record ends a refusal. Errors: Io, with the system's words.
    [[nodiscard]] Result<Done> write(const ConsentRecord &record) const;
    /// Keeps a no where write() failed. Errors: Io, with the system's words; then the record is gone at least, as far
    /// as the disk lets it.
    [[nodiscard]] Result<Done> refuse(const ConsentRecord &no) const;
    [[nodiscard]] Result<Done> writeUser(const UserChoice &choice) const;

private:
    QString m_path;        ///< empty: nothing is kept
    QString m_userPath;    ///< likewise
    QString m_refusalPath; ///< likewise
};

} // namespace Telemetry
