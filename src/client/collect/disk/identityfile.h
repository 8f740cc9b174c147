#pragma once

#include "client/collect/identity.h"
#include "client/consent/clientfiles.h"

#include <QString>

namespace Telemetry {

/// Limits::secretBytes bytes from the operating system's random generator.
[[nodiscard]] QByteArray systemSecret();

/// The identity of one user, in `identity.json` of a folder that all environments of the user share; mode 0600. Several
/// processes may use it at once. Waits for their lock, so it belongs to the worker thread.
///
/// A new week's secret replaces the old one as a file, and the bytes of the old one are overwritten. What the file
/// system, a disk's own management, snapshots and backups keep is out of reach, and a backup can derive the weeks after
/// it.
class IdentityFile
{
public:
    explicit IdentityFile(const QString &folder, SecretSource draw = systemSecret);

    /// Loads the identity, moves it on to this week as advanced() says, and has saved it when it returns. A damaged
    /// file is set aside as `identity.json.damaged`, until the next week replaces the secret, and a new identity is
    /// drawn. Errors: Io (folder, file or lock), Unsupported (a newer version's file; it is left alone), those of
    /// advanced().
    [[nodiscard]] Result<Identity> current(Week now);

    /// Makes sure that the file says that something of it leaves the computer; before it does. Errors as above.
    [[nodiscard]] Result<Done> noteSending();
    /// After a no: overwrites the secret, and leaves of the identity what emptied() says, or no file. One that is
    /// damaged may have been sent from: its week counts as `now`. Errors as above; what could be overwritten is.
    [[nodiscard]] Result<Done> empty(Week now, bool others);

    [[nodiscard]] QString fileName() const { return m_file; }

private:
    [[nodiscard]] Result<std::optional<Identity>> load() const;
    [[nodiscard]] Result<Done> save(const Identity &identity) const;
    [[nodiscard]] QString damagedFile() const { return ClientFiles::damagedOf(m_file); }
    void setAside() const;

    QString m_folder;
    QString m_file;
    SecretSource m_draw;
};

} // namespace Telemetry
