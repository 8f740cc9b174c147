#include "host/aggregate/disk/auditlook.h"

#include "contract/limits.h"
#include "host/history/historynames.h"
#include "host/raw/disk/rawfile.h"
#include "host/raw/disk/rawreader.h"
#include "sqlite/disk/sqlitefile.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int ownersFile = 0600;
constexpr int fileOfOthers = 0644;
constexpr int folderOfOthers = 0755; // its files are closed; nobody else may change their names
/// Where SQLite has a file's application_id, and what it is of raw events (resources/sql/raw-1.sql): "nraw".
constexpr qint64 applicationIdPlace = 68;

void lookAtMode(const QString &path, int widest, AuditFacts &facts)
{
    const QFileInfo info(path);
    if (!info.exists())
        return;
    // Qt has a digit for the owner, one for the user (who is the owner, or can't look), one for the group, one for
    // others.
    const int permissions = int(info.permissions());
    facts.files.append({path, (permissions >> 12 & 7) << 6 | (permissions >> 4 & 7) << 3 | (permissions & 7), widest});
}

bool holdsRawEvents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16).startsWith("SQLite format 3")
           && file.seek(applicationIdPlace) && file.read(4) == "nraw";
}

/// What it holds can't be told from outside.
bool isArchive(const QString &path)
{
    static const QStringList endings{u".tar"_s, u".gz"_s, u".tgz"_s, u".xz"_s,  u".zst"_s, u".bz2"_s,
                                     u".zip"_s, u".7z"_s, u".gpg"_s, u".age"_s, u".lz4"_s};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const QString &ending) { return path.endsWith(ending, Qt::CaseInsensitive); });
}

void lookAtBackups(const QStringList &folders, AuditFacts &facts)
{
    facts.backupsNamed = !folders.isEmpty();
    for (const QString &folder : folders) {
        if (!QFileInfo(folder).isDir() || !QFileInfo(folder).isReadable())
            facts.unread.append(u"%1 can't be read"_s.arg(folder));
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (holdsRawEvents(path))
                facts.copies.append(path);
            else if (isArchive(path) && facts.archives.size() < Limits::auditArchives)
                facts.archives.append(path);
        }
    }
}

void lookAtKeys(const QStringList &keys, AuditFacts &facts)
{
    for (const QString &key : keys) {
        if (const QFileInfo info(key); !info.exists() || !info.isReadable())
            facts.keys.append(u"%1 isn't there, or can't be read"_s.arg(key));
        lookAtMode(key, ownersFile, facts);
    }
}

void lookAtRaw(const QString &raw, AuditFacts &facts)
{
    facts.hasRaw = QFileInfo::exists(raw);
    if (!facts.hasRaw)
        return;
    const auto reader = RawReader::open(raw, u"audit periods"_s);
    const auto periods = reader ? reader.value()->periods() : Result<QStringList>(reader.error());
    const auto file = RawFile::openToRead(raw, u"audit"_s);
    if (!periods || !file) {
        facts.unread.append(periods ? file.error().detail : periods.error().detail);
        return;
    }
    facts.rawPeriods = periods.value();
    if (auto rows = runSql(file.value()->connection(), u"SELECT day FROM tidied"_s)) {
        QSqlQuery row = std::move(rows).value();
        if (row.next())
            facts.tidiedOn = QDate::fromString(row.value(0).toString(), Qt::ISODate);
    }
    facts.freePages = sqlNumber(file.value()->connection(), u"PRAGMA freelist_count"_s).ok()
                          ? sqlNumber(file.value()->connection(), u"PRAGMA freelist_count"_s).value()
                          : 0;
}

/// The moment of the collector's oldest line in the journal; nothing when there is no journal to read.
std::optional<QDateTime> oldestOfJournal(const QString &unit)
{
    QProcess journal;
    journal.start(u"journalctl"_s, {u"--unit"_s, unit, u"--output"_s, u"short-unix"_s, u"--no-pager"_s, u"--quiet"_s});
    if (!journal.waitForStarted() || !journal.waitForReadyRead(Limits::auditJournalMs))
        return std::nullopt;
    bool isNumber = false;
    const double seconds = journal.readLine().split(' ').value(0).toDouble(&isNumber);
    journal.kill();
    journal.waitForFinished();
    return isNumber ? std::optional(QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC)) : std::nullopt;
}

void lookAtLogs(const AuditPlaces &places, AuditFacts &facts)
{
    const auto note = [&](const QDateTime &moment) {
        if (!facts.oldestLogEntry || moment < *facts.oldestLogEntry)
            facts.oldestLogEntry = moment;
    };
    if (const auto oldest = oldestOfJournal(places.journalUnit))
        note(*oldest);
    for (const QString &folder : places.logs) {
        QDirIterator files(folder, {u"napari-telemetry*"_s}, QDir::Files);
        while (files.hasNext()) {
            files.next();
            if (files.fileInfo().size() > 0) // a file that was turned away was written to last when it was
                note(files.fileInfo().lastModified());
        }
    }
}

} // namespace

void lookAtFiles(const AuditPlaces &places, AuditFacts &facts)
{
    lookAtMode(QFileInfo(places.raw).absolutePath(), folderOfOthers, facts);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u".published"_s, u".aggregation"_s})
        lookAtMode(places.raw + suffix, ownersFile, facts);
    const QFileInfo log(places.raw + u"-wal"_s);
    facts.logBytes = log.exists() ? log.size() : 0;
    facts.logChanged = log.lastModified();
    lookAtRaw(places.raw, facts);
    facts.toldPublished = QFileInfo(places.raw + u".published"_s).lastModified();
    // Everybody may read what is published of these; nobody else may change them.
    const QString folder = QFileInfo(places.aggregates).absolutePath() + u'/';
    for (const QString &file : {places.aggregates, folder + HistoryNames::history, folder + HistoryNames::head})
        lookAtMode(file, fileOfOthers, facts);
    lookAtBackups(places.backups, facts);
    lookAtKeys(places.keys, facts);
    lookAtLogs(places, facts);
}

} // namespace Telemetry
