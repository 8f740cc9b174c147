#include "client/spool/disk/spooldatabase.h"

#include "client/spool/disk/migrations.h"
#include "client/spool/disk/salvage.h"
#include "client/spool/spoollog.h"
#include "contract/limits.h"
#include "platform/disk/fileidentity.h"
#include "platform/disk/filelock.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// SQLite's write-ahead log needs memory that is shared by all who use the file: not across a network.
bool isNetwork(const QByteArray &type)
{
    for (const char *name : {"nfs", "fuse.s3", "rclone", "davfs", "cifs", "smb", "afs", "sshfs", "lustre", "gpfs",
                             "beegfs", "ceph", "gluster", "9p", "webdav"}) {
        if (type.contains(name))
            return true;
    }
    return false;
}

/// Logs belong to the damaged file: a new one must not read them, but they may hold events.
void setAside(const QString &file)
{
    const QString aside = ClientFiles::damagedOf(file);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (const auto gone = shred(aside + suffix); !gone)
            qCWarning(spoolLog, "%ls", qUtf16Printable(gone.error().detail));
        if (suffix == "-shm"_L1)
            QFile::remove(file + suffix); // an index, made anew
        else
            QFile::rename(file + suffix, aside + suffix);
    }
}

} // namespace

SpoolDatabase::SpoolDatabase(const QString &file, std::unique_ptr<SqliteFile> open)
    : m_file(file)
    , m_open(std::move(open))
    , m_identity(fileIdentity(file))
{
}

SpoolDatabase::~SpoolDatabase() = default;

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::open(const QString &file, const FileSystemType &type)
{
    if (auto folder = makePrivateFolder(QFileInfo(file).absolutePath()); !folder)
        return folder.error();
    auto database = makeAndConnect(file, type);
    if (database || database.error().code != Error::Code::Damaged)
        return database;

    FileLock lock(ClientFiles::lockOf(file));
    if (const auto locked = lock.lock(); !locked)
        return Error{Error::Code::Io, u"the damaged spool can't be set aside: %1"_s.arg(locked.error().detail)};
    database = makeAndConnect(file, type); // another process may have replaced it
    if (database || database.error().code != Error::Code::Damaged)
        return database;
    qCWarning(spoolLog, "the spool was damaged and is set aside: %ls", qUtf16Printable(database.error().detail));
    setAside(file);
    database = makeAndConnect(file, type);
    if (!database && database.error().code == Error::Code::Damaged)
        return Error{Error::Code::Io, u"the damaged spool can't be set aside"_s};
    if (database) {
        database.value()->m_repaired = true;
        if (const auto saved = salvage(database.value()->damagedFile(), database.value()->connection()); !saved)
            qCWarning(spoolLog, "not all was saved: %ls", qUtf16Printable(saved.error().detail));
    }
    return database;
}

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::openExisting(const QString &file, Check check)
{
    return connectTo(file, SqliteOptions::Access::Change, check, fileSystemType);
}

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::makeAndConnect(const QString &file, const FileSystemType &type)
{
    if (auto made = makePrivateFile(file); !made)
        return made.error();
    return connectTo(file, SqliteOptions::Access::Make, Check::Whole, type);
}

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::connectTo(const QString &file, SqliteOptions::Access access,
                                                                Check check, const FileSystemType &type)
{
    // SQLite would open it for reading alone, or not at all. Setting it aside takes no more than its folder's rights.
    if (isOutOfReach(file))
        return Error{Error::Code::Damaged, u"the file can't be read and written, it may be another user's"_s};
    SqliteOptions options;
    options.access = access;
    options.busyTimeoutMs = Limits::spoolBusyTimeoutMs;
    options.settings = {u"PRAGMA secure_delete = ON"_s, u"PRAGMA synchronous = FULL"_s,
                        u"PRAGMA temp_store = MEMORY"_s};
    auto open = SqliteFile::open(file, options);
    if (!open)
        return open.error();
    std::unique_ptr<SpoolDatabase> database(new SpoolDatabase(file, std::move(open).value()));
    if (auto prepared = database->prepare(check, type); !prepared)
        return prepared.error();
    return database;
}

Result<Done> SpoolDatabase::prepare(Check check, const FileSystemType &type)
{
    if (auto migrated = migrateSpool(connection()); !migrated)
        return migrated;
    QFile::setPermissions(m_file, privateFile); // a copy may have widened it; SQLite gives its log the same mode

    // A refusal is no fault: the file then keeps the journal that it has. Another process may be opening it, too.
    m_onNetwork = isNetwork(type(QFileInfo(m_file).absolutePath()));
    if (auto mode = m_open->setJournal(m_onNetwork ? u"DELETE"_s : u"WAL"_s); !mode)
        qCInfo(spoolLog, "journal mode not changed: %ls", qUtf16Printable(mode.error().detail));
    else if (!mode.value().isEmpty())
        m_onNetwork = mode.value() != "wal"_L1; // also where SQLite itself finds that it can't share memory

    if (check == Check::Whole) {
        if (auto checked = checkWhole(); !checked)
            return checked;
    }
    if (auto columns = runSql(connection(), u"SELECT topic, reporter, period, week, fact, level, bytes, state, reason,"
                                            " receipt, uses, sent_on, answer FROM event LIMIT 0"_s);
        !columns)
        return Error{Error::Code::Damaged, u"the file does not have the spool's table"_s};
    return Done{};
}

Result<Done> SpoolDatabase::checkWhole() const
{
    auto check = runSql(connection(), u"PRAGMA quick_check(1)"_s);
    if (!check)
        return check.error();
    QSqlQuery result = std::move(check).value();
    if (!result.next() || result.value(0).toString() != "ok"_L1)
        return Error{Error::Code::Damaged, u"SQLite's check finds damage"_s};
    return Done{};
}

void SpoolDatabase::forgetDeleted()
{
    // secure_delete overwrites a row where it lies, but not the copies that moving rows between pages leaves behind.
    const auto changes = sqlNumber(connection(), u"SELECT total_changes()"_s);
    if (changes && changes.value() != m_rewrittenAt) {
        if (auto rewritten = runSql(connection(), u"VACUUM"_s); rewritten)
            m_rewrittenAt = changes.value();
        else
            qCInfo(spoolLog, "the file was not written anew: %ls", qUtf16Printable(rewritten.error().detail));
    }
    if (auto checkpoint = runSql(connection(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !checkpoint)
        qCInfo(spoolLog, "the log was not emptied: %ls", qUtf16Printable(checkpoint.error().detail));
}

void SpoolDatabase::removeDamaged() const
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (const auto gone = shred(damagedFile() + suffix); !gone)
            qCWarning(spoolLog, "%ls", qUtf16Printable(gone.error().detail));
    }
}

bool SpoolDatabase::isCurrent() const
{
    return !m_identity.isEmpty() && fileIdentity(m_file) == m_identity;
}

} // namespace Telemetry
