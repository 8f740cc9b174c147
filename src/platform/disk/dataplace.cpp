#include "platform/disk/dataplace.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Where links lead, as far as the folders exist.
QString resolved(const QString &folder)
{
    QString existing = QDir::cleanPath(folder);
    QString rest;
    while (!QFileInfo::exists(existing)) {
        const qsizetype slash = existing.lastIndexOf(u'/');
        if (slash <= 0)
            return QDir::cleanPath(folder);
        rest = existing.sliced(slash) + rest;
        existing = existing.first(slash);
    }
    return QFileInfo(existing).canonicalFilePath() + rest;
}

bool isIn(const QString &path, const QString &folder)
{
    return !folder.isEmpty() && (path == folder || path.startsWith(folder + u'/'));
}

bool isInAny(const QString &path, const QStringList &folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&](const QString &folder) { return isIn(path, resolved(folder)); });
}

/// A folder that a program for synchronising makes; most add an account's or a company's name: "OneDrive - Example".
bool isSyncedName(const QString &name)
{
    static const QStringList whole{
        u"box"_s,          u"box sync"_s,         u"mega"_s,         u"megasync"_s, u"pclouddrive"_s,
        u"cloudstorage"_s, u"mobile documents"_s, u"icloud drive"_s, u"tresorit"_s};
    static const QStringList beginnings{u"dropbox"_s,   u"onedrive"_s, u"google drive"_s, u"googledrive"_s,
                                        u"nextcloud"_s, u"owncloud"_s, u"seafile"_s,      u"iclouddrive"_s};
    const QString lower = name.toLower();
    return whole.contains(lower) || std::any_of(beginnings.begin(), beginnings.end(), [&](const QString &beginning) {
               return lower.startsWith(beginning)
                      && (lower.size() == beginning.size() || !lower[beginning.size()].isLetterOrNumber());
           });
}

/// The database of an older ownCloud or Nextcloud, with a name of its own for each folder. Not by a pattern of QDir's:
/// that compiles it anew for every folder, and homes can hold a hundred thousand files.
bool hasSyncDatabase(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden);
    while (files.hasNext()) {
        files.next();
        const QString name = files.fileName();
        if ((name.startsWith(".sync_"_L1) || name.startsWith("._sync_"_L1)) && name.endsWith(".db"_L1))
            return true;
    }
    return false;
}

/// What such programs leave in a folder that they look after, on every system. A program's own settings may have the
/// same name, in the home of everybody who uses it: ~/.dropbox is a folder, the mark is a file.
bool hasSyncMark(const QString &folder)
{
    static const QStringList files{
        u".dropbox"_s, // Dropbox
        u".owncloudsync.log"_s,
        u".nextcloudsync.log"_s,                    // ownCloud, Nextcloud
        u".849C9593-D756-4E56-8D6E-42412F2A707B"_s, // OneDrive on macOS
        u".megaignore"_s,                           // MEGA
        u".sync/ID"_s, // Resilio: its settings are .sync, too, but only a share's has an ID
    };
    static const QStringList folders{
        u".dropbox.cache"_s,                            // Dropbox
        u".seafile-data"_s,                             // Seafile
        u".SyncArchive"_s,                              // BitTorrent Sync
        u".tmp.drivedownload"_s, u".tmp.driveupload"_s, // Google Drive
    };
    const QString inside = folder + u'/';
    return std::any_of(files.begin(), files.end(),
                       [&](const QString &name) { return QFileInfo(inside + name).isFile(); })
           || std::any_of(folders.begin(), folders.end(),
                          [&](const QString &name) { return QFileInfo(inside + name).isDir(); })
           || QFileInfo::exists(inside + ".stfolder"_L1) // Syncthing's is a folder today, and was a file
           || hasSyncDatabase(folder);
}

} // namespace

DataPlace dataPlace(const QString &folder, const QString &home, const QStringList &temporary,
                    const Container &container)
{
    const QString path = resolved(folder);
    if (isInAny(path, temporary) && !isInAny(resolved(home), temporary))
        return DataPlace::Temporary;
    const QString homePath = resolved(home);
    for (QString above = path; !above.isEmpty() && above != "/"_L1; above = QFileInfo(above).path()) {
        // People may be called Box, too.
        const bool named = !isIn(homePath, above) && isSyncedName(QFileInfo(above).fileName());
        if (named || hasSyncMark(above))
            return DataPlace::Synced;
    }
    return isThrownAway(path, container) ? DataPlace::ThrownAway : DataPlace::Lasting;
}

bool isThrownAway(const QString &folder, const Container &container)
{
    return container.takesAway(resolved(folder));
}

DataPlace dataPlace(const QString &folder)
{
    return dataPlace(folder, QDir::homePath(),
                     {QDir::tempPath(), u"/tmp"_s, u"/var/tmp"_s, u"/dev/shm"_s, u"/run"_s, u"/private/tmp"_s},
                     Container());
}

} // namespace Telemetry
