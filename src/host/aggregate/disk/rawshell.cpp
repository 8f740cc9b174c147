#include "host/aggregate/disk/rawshell.h"

#include "host/raw/disk/rawfile.h"
#include "platform/disk/filelock.h"
#include "sqlite/disk/sqlitefile.h"

#include <QDir>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error failed(const QString &why)
{
    return Error{Error::Code::Io, why};
}

Result<Done> copyTo(const QString &copy, const QString &raw)
{
    const auto file = RawFile::openToRead(raw, u"raw access"_s);
    if (!file)
        return file.error();
    // Else SQLite refuses this statement, which writes another file and nothing of this one.
    if (const auto allowed = runSql(file.value()->connection(), u"PRAGMA query_only = OFF"_s); !allowed)
        return allowed.error();
    const auto copied = runSql(file.value()->connection(), u"VACUUM INTO ?"_s, {copy});
    return copied ? Result<Done>(Done{}) : copied.error();
}

const auto folderName = u"napari-telemetry-access-"_s;
const auto lockName = u"/lock"_s;

} // namespace

void removeRawCopies(const QString &memory)
{
    const auto folders = QDir(memory).entryInfoList({folderName + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        // Whose shell still runs has the lock.
        if (FileLock(folder.filePath() + lockName).tryLock() == FileLock::Taken::Yes)
            QDir(folder.filePath()).removeRecursively();
    }
}

Result<Done> openRawShell(const QString &raw, const QString &memory)
{
    removeRawCopies(memory);
    if (QStorageInfo(memory).fileSystemType() != "tmpfs")
        return failed(u"%1 is no file system in memory"_s.arg(memory));
    QTemporaryDir folder(memory + u'/' + folderName); // its owner's alone
    if (!folder.isValid())
        return failed(folder.errorString());
    FileLock lock(folder.path() + lockName);
    if (const auto taken = lock.tryLock(); taken != FileLock::Taken::Yes)
        return FileLock::why(taken);
    const QString copy = folder.filePath(u"raw.sqlite"_s);
    if (auto copied = copyTo(copy, raw); !copied)
        return copied;
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedChannels);
    shell.setInputChannelMode(QProcess::ForwardedInputChannel);
    shell.start(u"sqlite3"_s, {u"-cmd"_s, u".open --deserialize \"%1\""_s.arg(copy), u"-cmd"_s,
                               u".system rm \"%1\""_s.arg(copy), u"-cmd"_s, u".headers on"_s});
    if (!shell.waitForStarted())
        return failed(u"sqlite3 can't be started; install it"_s);
    shell.waitForFinished(-1);
    return Done{};
}

} // namespace Telemetry
