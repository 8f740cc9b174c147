#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

class QIODevice;

namespace Telemetry {

/// What a WholeFolder will hold, handed over file by file, so that no more of it is in memory than a piece of one. What
/// the folder holds already is not written until something else is; whatever isn't finished goes with the object, and
/// the folder stays as it is. Made by WholeFolder::draft(), which it may outlive. Not thread-safe.
class FolderDraft
{
public:
    /// Told the name of each step before it is done; tests stop the process there.
    using Observer = std::function<void(const QString &step)>;

    /// `path`: of the folder, absolute. What a killed run left must be gone.
    explicit FolderDraft(const QString &path, Observer observer = {});
    ~FolderDraft();
    Q_DISABLE_COPY_MOVE(FolderDraft)

    /// Adds a file: `content` is open to be read, at any place of it, and read whole. Returns the SHA-256 of what the
    /// file will hold, 64 small hexadecimal digits. Errors: Invalid (there is a file of this path), Io; then the draft
    /// is to be thrown away.
    [[nodiscard]] Result<QByteArray> add(const QString &path, QIODevice &content);
    /// The same of bytes in memory.
    [[nodiscard]] Result<QByteArray> add(const QString &path, const QByteArray &bytes);
    /// True when the folder was replaced, false when it held these files already and nothing else. Once. Errors:
    /// Unsupported (the file system can't exchange names), Io, also when a file was changed since it was added; the
    /// folder is then the old one, or the new one with some old files left beside it.
    [[nodiscard]] Result<bool> finish();

private:
    [[nodiscard]] bool isInNew() const { return !m_new.isEmpty(); }
    [[nodiscard]] bool holdsOnlyKept() const;
    [[nodiscard]] Result<Done> makeNew();
    [[nodiscard]] Result<Done> makeFoldersOf(const QString &path);
    [[nodiscard]] Result<QByteArray> write(const QString &path, QIODevice &content);
    [[nodiscard]] Result<Done> copyKept();
    [[nodiscard]] Result<Done> sync();
    [[nodiscard]] Result<Done> exchange();
    void step(const QString &name) const;

    QString m_path;
    QString m_parent;
    QString m_new;                    ///< beside it; empty: not made yet
    QStringList m_folders;            ///< that were made
    QMap<QString, QByteArray> m_kept; ///< SHA-256 by path, of files that it holds already
    QSet<QString> m_written;
    Observer m_observer;
};

} // namespace Telemetry
