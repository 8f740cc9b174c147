#include "host/aggregate/disk/auditlook.h"

#include "contract/limits.h"
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

void lookAtRaw(const QString &raw, AuditFacts &facts)
{
    if (!QFileInfo::exists(raw))
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
    facts.backupsNamed = !places.backups.isEmpty();
    for (const QString &folder : places.backups) {
        if (!QFileInfo(folder).isReadable())
            facts.unread.append(u"%1 can't be read"_s.arg(folder));
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (const QString path = files.next(); holdsRawEvents(path))
                facts.copies.append(path);
        }
    }
    lookAtLogs(places, facts);
}

} // namespace Telemetry
