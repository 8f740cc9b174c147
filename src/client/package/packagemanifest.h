#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <optional>

namespace Telemetry {

/// The files of the one release of the other package that this build belongs to, with their digests. Made from what
/// `sha256sum` prints, so that it can be checked with that. Pure. Any thread.
class PackageManifest
{
public:
    /// The package, as Python imports it, and the name of its folder.
    static constexpr char package[] = "napari_telemetry";

    struct File
    {
        QByteArray path;   ///< in the package's folder, such as "_load.py"
        QByteArray sha256; ///< 32 bytes
    };

    /// Knows no file: nothing is ever loaded with it. A build without a list has this one.
    PackageManifest() = default;
    /// One line per file: 64 lower-case hexadecimal digits, two spaces, a path from the folder above the package on.
    /// Errors: Invalid (also for an empty text, a path twice or out of the package), TooLarge.
    [[nodiscard]] static Result<PackageManifest> parse(const QByteArray &text);

    /// Sorted by path.
    [[nodiscard]] const QList<File> &files() const { return m_files; }
    /// The digest of the file at this path; nothing: no such file belongs to the package.
    [[nodiscard]] std::optional<QByteArray> digestOf(const QByteArray &path) const;
    /// Whether the package has a folder of its own at this path.
    [[nodiscard]] bool hasFolder(const QByteArray &path) const { return m_folders.contains(path); }

private:
    QList<File> m_files;
    QSet<QByteArray> m_folders;
};

} // namespace Telemetry
