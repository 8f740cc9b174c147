#pragma once

#include "contract/result.h"
#include "platform/pagebytes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <memory>

namespace Telemetry {

/// A file or a folder that was opened without following a link, and what the system says of it: whoever asks it later
/// asks the same one, whatever has its name by then. From a folder on, what is in it is reached without going through
/// its path again. Says what is; what that means is for others to judge. Any thread, one at a time.
class OwnedEntry
{
public:
    enum class Kind { File, Folder, Link, Other };
    struct Opened;

    /// A folder by its path, links on the way included: where a tree is.
    [[nodiscard]] static Opened openFolder(const QString &path);
    /// What has this name in this folder, for reading; only a file or a folder, as `kind` says. A name is UTF-8, or
    /// whatever bytes a system allows instead, and no path.
    [[nodiscard]] Opened open(const QByteArray &name, Kind kind) const;
    /// What has this name in this folder, without opening it. Errors: Io, with the system's words.
    [[nodiscard]] Result<Kind> kindOf(const QByteArray &name) const;
    /// The names in this folder, sorted. Errors: TooLarge (more than `most`), Io, with the system's words.
    [[nodiscard]] Result<QByteArrayList> names(qsizetype most) const;
    /// All bytes of this file, once. Errors: TooLarge (more than `most`), Busy (it grows while it is read), Io, with
    /// the system's words.
    [[nodiscard]] Result<PageBytes> read(qint64 most) const;

    /// Whether it belongs to this user, or to the system itself (root; on Windows the system and its administrators).
    [[nodiscard]] bool belongsToUserOrSystem() const;
    /// Whether anybody but its owner and the system can write to it: by its mode (a group of the user's own, without
    /// other members, does not count; may ask a directory server) or an access list.
    [[nodiscard]] bool isWritableByOthers() const;

    /// The system's descriptor and what it said when it was opened.
    struct Native;

private:
    explicit OwnedEntry(std::shared_ptr<const Native> native);

    std::shared_ptr<const Native> m_native;
};

/// What came of opening.
struct OwnedEntry::Opened
{
    enum class Outcome {
        Open,
        Absent,
        Link,      ///< where the system tells it from WrongKind
        WrongKind, ///< neither a file nor a folder, or the one where the other was wanted
        Refused,   ///< by the system
    };
    Outcome outcome = Outcome::Refused;
    QString words;                     ///< the system's, when it refused
    std::unique_ptr<OwnedEntry> entry; ///< when it is open
};

} // namespace Telemetry
