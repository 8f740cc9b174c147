#include "client/package/disk/packageverifier.h"

#include "contract/limits.h"
#include "platform/disk/ownedtree.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QFileInfo>

namespace Telemetry::PackageVerifier {

namespace {

using Problem = PackageReport::Problem;
using Kind = OwnedEntry::Kind;
using Opening = OwnedEntry::Opened::Outcome;

class Verification
{
public:
    explicit Verification(const PackageManifest &manifest)
        : m_manifest(manifest)
    {
    }

    PackageReport run(const QString &folder)
    {
        const QString parent = QFileInfo(QFileInfo(folder).path()).canonicalFilePath();
        m_report.folder = parent + u'/' + QLatin1StringView(PackageManifest::package);
        m_report.outcome = PackageReport::Outcome::Verified; // until something is wrong
        const auto above = OwnedEntry::openFolder(parent);
        const auto opened = above.entry ? above.entry->open(PackageManifest::package, Kind::Folder)
                                        : OwnedEntry::Opened{above.outcome, above.words, nullptr};
        if (opened.outcome == Opening::Absent) {
            m_report.outcome = PackageReport::Outcome::Absent;
            return m_report;
        }
        if (m_manifest.files().isEmpty())
            add({}, Problem::NoManifest);
        else if (!opened.entry)
            failOpen({}, opened);
        else
            lookThrough(*opened.entry, {});
        for (const PackageManifest::File &file : m_manifest.files()) {
            if (!m_seen.contains(file.path))
                add(file.path, Problem::Absent);
        }
        if (m_report.outcome == PackageReport::Outcome::Refused)
            m_report.files.clear();
        return m_report;
    }

private:
    void add(const QByteArray &path, Problem problem, const QString &detail = {})
    {
        QString subject = QLatin1StringView(PackageManifest::package);
        if (!path.isEmpty())
            subject += u'/' + QString::fromUtf8(path);
        m_report.checks.append({subject, problem, detail});
        if (problem != Problem::Nothing)
            m_report.outcome = PackageReport::Outcome::Refused;
    }

    void failOpen(const QByteArray &path, const OwnedEntry::Opened &opened)
    {
        if (opened.outcome == Opening::Link)
            add(path, Problem::Link);
        else if (opened.outcome == Opening::WrongKind)
            add(path, Problem::WrongKind);
        else
            add(path, Problem::Unreadable, opened.words);
    }

    /// Whether only the user and the system decide what is in it. Adds what is wrong otherwise.
    bool belongsToUs(const OwnedEntry &entry, const QByteArray &path)
    {
        if (!entry.belongsToUserOrSystem())
            add(path, Problem::Owner);
        else if (entry.isWritableByOthers())
            add(path, Problem::Writable);
        else
            return true;
        return false;
    }

    /// The folder itself is reported only when something is wrong with it, or it is the package's.
    void lookThrough(const OwnedEntry &folder, const QByteArray &path)
    {
        if (belongsToUs(folder, path) && path.isEmpty())
            add(path, Problem::Nothing);
        const auto names = folder.names(Limits::packageEntries);
        if (!names) {
            if (names.error().code == Error::Code::TooLarge)
                add(path, Problem::TooLarge);
            else
                add(path, Problem::Unreadable, names.error().detail);
            return;
        }
        for (const QByteArray &name : names.value())
            look(folder, name, path.isEmpty() ? name : path + '/' + name);
    }

    void look(const OwnedEntry &folder, const QByteArray &name, const QByteArray &path)
    {
        const auto digest = m_manifest.digestOf(path);
        const bool ourFolder = m_manifest.hasFolder(path);
        if (!digest && !ourFolder) {
            lookAtStranger(folder, name, path);
            return;
        }
        m_seen.insert(path);
        const auto opened = folder.open(name, ourFolder ? Kind::Folder : Kind::File);
        if (!opened.entry)
            failOpen(path, opened);
        else if (ourFolder)
            lookThrough(*opened.entry, path);
        else
            readFile(*opened.entry, path, *digest);
    }

    /// Something that is not of the release.
    void lookAtStranger(const OwnedEntry &folder, const QByteArray &name, const QByteArray &path)
    {
        const auto kind = folder.kindOf(name);
        if (!kind)
            add(path, Problem::Unreadable, kind.error().detail);
        else if (kind.value() == Kind::Link)
            add(path, Problem::Link);
        else if (name != "__pycache__" || kind.value() != Kind::Folder)
            add(path, Problem::Unknown);
    }

    void readFile(const OwnedEntry &file, const QByteArray &path, const QByteArray &digest)
    {
        if (!belongsToUs(file, path))
            return;
        const auto bytes = file.read(Limits::packageFileBytes);
        if (!bytes) {
            if (bytes.error().code == Error::Code::TooLarge)
                add(path, Problem::TooLarge);
            else if (bytes.error().code == Error::Code::Busy) // it grows, so it is not the file of the list
                add(path, Problem::Changed);
            else
                add(path, Problem::Unreadable, bytes.error().detail);
            return;
        }
        const QByteArray found = QCryptographicHash::hash(bytes.value().view(), QCryptographicHash::Sha256);
        add(path, found == digest ? Problem::Nothing : Problem::Changed, QString::fromLatin1(found.toHex()));
        if (found == digest)
            m_report.files.insert(QString::fromUtf8(path), bytes.value());
    }

    const PackageManifest &m_manifest;
    PackageReport m_report;
    QSet<QByteArray> m_seen;
};

} // namespace

PackageReport verify(const PackageManifest &manifest, const QString &folder)
{
    return Verification(manifest).run(folder);
}

bool exists(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isSymLink() || info.exists();
}

} // namespace Telemetry::PackageVerifier
