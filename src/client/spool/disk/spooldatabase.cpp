#include "client/spool/disk/spooldatabase.h"

#include "client/spool/disk/migrations.h"
#include "client/spool/disk/salvage.h"
#include "client/spool/spoollog.h"
#include "contract/limits.h"
#include "platform/disk/fileidentity.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"
#include "sqlite/disk/sqlitefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

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

Result<Done> makePrivateFile(const QString &name)
{
    QFile file(name);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, privateFile) && !file.exists())
        return Error{Error::Code::Io, u"the spool can't be made: %1"_s.arg(file.errorString())};
    return Done{};
}

/// Logs belong to the damaged file: a new one must not read them, but they may hold events.
void setAside(const QString &file)
{
    const QString aside = file + u".damaged"_s;
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

SpoolDatabase::SpoolDatabase(const QString &file)
    : m_file(file)
    , m_name(u"telemetry-spool-"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
}

SpoolDatabase::~SpoolDatabase()
{
    m_connection.close();
    m_connection = QSqlDatabase(); // removeDatabase() wants no copy left
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::open(const QString &file, const FileSystemType &type)
{
    if (auto folder = makePrivateFolder(QFileInfo(file).absolutePath()); !folder)
        return folder.error();
    auto database = makeAndConnect(file, type);
    if (database || database.error().code != Error::Code::Damaged)
        return database;

    FileLock lock(file + u".lock"_s);
    if (!lock.lock())
        return Error{Error::Code::Io, u"the damaged spool is locked by another process"_s};
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
    if (!QFileInfo::exists(file))
        return Error{Error::Code::NotFound, u"there is no spool"_s};
    return connectTo(file, check, fileSystemType);
}

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::makeAndConnect(const QString &file, const FileSystemType &type)
{
    if (auto made = makePrivateFile(file); !made)
        return made.error();
    return connectTo(file, Check::Whole, type);
}

Result<std::unique_ptr<SpoolDatabase>> SpoolDatabase::connectTo(const QString &file, Check check,
                                                                const FileSystemType &type)
{
    std::unique_ptr<SpoolDatabase> database(new SpoolDatabase(file));
    if (auto prepared = database->prepare(check, type); !prepared)
        return prepared.error();
    return database;
}

Result<Done> SpoolDatabase::prepare(Check check, const FileSystemType &type)
{
    if (!m_connection.isValid())
        return Error{Error::Code::Unsupported, u"this Qt has no driver for SQLite"_s};
    m_connection.setDatabaseName(m_file);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(Limits::spoolBusyTimeoutMs));
    if (!m_connection.open())
        return sqlError(m_connection.lastError());
    m_inode = fileIdentity(m_file);

    // Settings of the connection, which write nothing: a newer format has to stay as it is.
    for (const QString &setting : {u"PRAGMA secure_delete = ON"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (auto set = runSql(m_connection, setting); !set)
            return set.error();
    }
    if (auto migrated = migrateSpool(m_connection); !migrated)
        return migrated;
    QFile::setPermissions(m_file, privateFile); // a copy may have widened it; SQLite gives its log the same mode

    // A refusal is no fault: the file then keeps the journal that it has. Another process may be opening it, too.
    m_onNetwork = isNetwork(type(QFileInfo(m_file).absolutePath()));
    const QString mode = m_onNetwork ? u"DELETE"_s : u"WAL"_s;
    if (auto set = runSql(m_connection, u"PRAGMA journal_mode = "_s + mode); !set)
        qCInfo(spoolLog, "journal mode not changed: %ls", qUtf16Printable(set.error().detail));
    else if (QSqlQuery row = std::move(set).value(); row.next())
        m_onNetwork = row.value(0).toString() != "wal"_L1; // also where SQLite itself finds that it can't share memory

    if (check == Check::Whole) {
        if (auto checked = checkWhole(); !checked)
            return checked;
    }
    if (auto columns = runSql(m_connection, u"SELECT topic, reporter, week, level, bytes, state, reason, receipt, uses,"
                                            " sent_on, answer FROM event LIMIT 0"_s);
        !columns)
        return Error{Error::Code::Damaged, u"the file does not have the spool's table"_s};
    return Done{};
}

Result<Done> SpoolDatabase::checkWhole() const
{
    auto check = runSql(m_connection, u"PRAGMA quick_check(1)"_s);
    if (!check)
        return check.error();
    QSqlQuery result = std::move(check).value();
    if (!result.next() || result.value(0).toString() != "ok"_L1)
        return Error{Error::Code::Damaged, u"SQLite's check finds damage"_s};
    return Done{};
}

void SpoolDatabase::forgetDeleted() const
{
    if (auto checkpoint = runSql(m_connection, u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !checkpoint)
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
    return !m_inode.isEmpty() && fileIdentity(m_file) == m_inode;
}

} // namespace Telemetry
