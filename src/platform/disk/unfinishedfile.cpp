#include "platform/disk/unfinishedfile.h"

#include "platform/disk/fileidentity.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/renaming.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Short, as there are file systems that allow few characters.
const QString prefix = u".napari-telemetry-"_s;

QString newName()
{
    constexpr int base = 36;
    return prefix + QString::number(QRandomGenerator::system()->generate64(), base);
}

/// Whether it was left behind; it is locked then, for as long as it is open. Who made it could be giving it its final
/// name at this moment: with the lock and the old name both, nobody can.
bool isLeft(QFile &file)
{
    return FileLock::tryLock(file) == FileLock::Taken::Yes && fileIdentity(file) == fileIdentity(file.fileName());
}

} // namespace

UnfinishedFile::UnfinishedFile(const QString &name)
    : m_file(name)
{
}

UnfinishedFile::~UnfinishedFile()
{
    if (m_there)
        QFile::remove(m_file.fileName());
}

Result<std::unique_ptr<UnfinishedFile>> UnfinishedFile::make(const QString &folder, Mode mode)
{
    // Another process may take it for one that was left, before it is locked: then the next one.
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        std::unique_ptr<UnfinishedFile> file(new UnfinishedFile(QDir(folder).filePath(newName())));
        if (auto opened = file->open(mode); !opened)
            return opened.error();
        // Without locks there is nobody who could take it.
        if (FileLock::tryLock(file->m_file) != FileLock::Taken::No)
            return file;
    }
    return Error{Error::Code::Io, u"a new file in \"%1\" is taken away again and again"_s.arg(folder)};
}

Result<Done> UnfinishedFile::open(Mode mode)
{
    constexpr auto how = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
    if (const auto opened = mode == Mode::Private ? openPrivate(m_file, how) : openUsual(m_file, how); !opened)
        return Error{Error::Code::Io, opened.error().detail};
    m_there = true;
    return Done{};
}

Result<Done> UnfinishedFile::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return Error{Error::Code::Io, m_file.errorString()};
    return Done{};
}

Result<Done> UnfinishedFile::become(const QString &path)
{
    if (auto synced = syncFile(m_file); !synced)
        return synced;
    auto renamed = renameOver(m_file.fileName(), path);
    if (!renamed && renamed.error().code == Error::Code::Busy) {
        // It may be this one that must not be open. Nobody guards it for this moment.
        m_file.close();
        renamed = renameOver(m_file.fileName(), path);
    }
    if (!renamed)
        return renamed;
    m_there = false;
    m_file.close();
    return Done{};
}

void UnfinishedFile::removeLeftovers(const QString &folder, Mode mode)
{
    const QDir place(folder);
    for (const QString &name : place.entryList({prefix + u'*'}, QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        QFile file(place.filePath(name));
        if (isAbandoned(file.fileName())) // another user's: it can't be overwritten
            QFile::remove(file.fileName());
        if (!openPrivate(file, QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered) || !isLeft(file))
            continue;
        if (mode == Mode::Private)
            (void)overwrite(file).ok(); // as much as can be; it goes in any case
        QFile::remove(file.fileName());
    }
}

} // namespace Telemetry
