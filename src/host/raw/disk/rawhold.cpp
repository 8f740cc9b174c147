#include "host/raw/disk/rawhold.h"

#include "platform/disk/fileidentity.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString oneName(const QString &path)
{
    const QFileInfo file(path);
    const QString there = file.canonicalFilePath();
    if (!there.isEmpty())
        return there;
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : folder + u'/' + file.fileName();
}

} // namespace

Result<std::unique_ptr<RawHold>> RawHold::take(const QString &path)
{
    std::unique_ptr<RawHold> hold(new RawHold(oneName(path)));
    const FileLock::Taken taken = hold->m_lock.tryLock();
    if (taken == FileLock::Taken::No)
        return Error{Error::Code::Busy, u"%1: another collector has it"_s.arg(path)};
    if (taken != FileLock::Taken::Yes)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, FileLock::why(taken).detail)};
    return hold;
}

RawHold::RawHold(const QString &path)
    : m_path(path)
    , m_lock(path + u".lock"_s)
{
}

void RawHold::remember()
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        m_files[m_path + suffix] = fileIdentity(m_path + suffix);
}

Result<Done> RawHold::look() const
{
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        if (file->isEmpty() || fileIdentity(file.key()) != *file)
            return Error{Error::Code::Io, u"%1 was deleted or replaced"_s.arg(file.key())};
    }
    return Done{};
}

} // namespace Telemetry
