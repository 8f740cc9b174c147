#include "client/spool/disk/usesegment.h"

#include "client/consent/clientfiles.h"
#include "client/spool/useline.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error ioError(const QString &what, const QString &why)
{
    return {Error::Code::Io, u"%1: %2"_s.arg(what, why)};
}

} // namespace

UseSegment::UseSegment(const QString &file)
    : m_file(file)
{
}

bool UseSegment::lock()
{
    return FileLock::tryLock(m_file) == FileLock::Taken::Yes;
}

Result<std::unique_ptr<UseSegment>> UseSegment::make(const QString &spoolFile)
{
    // Another process may adopt it before it is locked, and finds nothing to count: then the next one.
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        std::unique_ptr<UseSegment> segment(
            new UseSegment(ClientFiles::journalOf(spoolFile) + QUuid::createUuid().toString(QUuid::Id128)));
        constexpr auto how = QIODevice::ReadWrite | QIODevice::Append | QIODevice::NewOnly | QIODevice::Unbuffered;
        if (auto opened = openPrivate(segment->m_file, how); !opened)
            return ioError(u"the journal can't be made"_s, opened.error().detail);
        if (segment->lock())
            return segment;
        segment->m_file.remove();
    }
    return Error{Error::Code::Io, u"the journal can't be locked"_s};
}

std::unique_ptr<UseSegment> UseSegment::adopt(const QString &file)
{
    std::unique_ptr<UseSegment> segment(new UseSegment(file));
    if (!openPrivate(segment->m_file, QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)
        || !segment->lock())
        return nullptr;
    segment->m_size = segment->m_file.size();
    return segment;
}

QStringList UseSegment::filesOf(const QString &spoolFile)
{
    const QFileInfo spool(spoolFile);
    const QDir folder(spool.absolutePath());
    QStringList files;
    for (const QString &name :
         folder.entryList({ClientFiles::journalOf(spool.fileName()) + u'*'}, QDir::Files | QDir::Hidden))
        files.append(folder.filePath(name));
    return files;
}

QString UseSegment::nameOf(const QString &file)
{
    return file.sliced(file.lastIndexOf(u'-') + 1);
}

bool UseSegment::append(int number, const QByteArray &first, const QByteArray &again)
{
    const auto place = static_cast<size_t>(number);
    if (m_named.size() <= place)
        m_named.resize(place + 1);
    const QByteArray &line = m_named[place] ? again : first;
    const QByteArray whole = m_torn ? '\n' + line : line;
    m_torn = m_file.write(whole) != whole.size();
    if (m_torn)
        return false;
    m_named[place] = true;
    m_size += whole.size();
    return true;
}

Result<QByteArray> UseSegment::read()
{
    m_file.seek(0);
    const QByteArray bytes = m_file.readAll();
    if (m_file.error() != QFileDevice::NoError && m_file.error() != QFileDevice::WriteError)
        return ioError(u"the journal can't be read"_s, m_file.errorString());
    return bytes;
}

Result<Done> UseSegment::destroy()
{
    return shred(m_file.fileName()); // not by this file, which may append only
}

int waitingUses(const QString &spoolFile)
{
    qsizetype uses = 0;
    for (const QString &name : UseSegment::filesOf(spoolFile)) {
        QFile file(name);
        if (openPrivate(file, QIODevice::ReadOnly))
            uses += usesOf(file.readAll()).uses.size();
    }
    return static_cast<int>(uses);
}

Result<Done> emptySegments(const QString &spoolFile, const QString &spared)
{
    Result<Done> all = Done{};
    for (const QString &name : UseSegment::filesOf(spoolFile)) {
        if (!spared.isEmpty() && UseSegment::nameOf(name) == spared)
            continue;
        Result<Done> done = Done{};
        if (const auto orphan = UseSegment::adopt(name)) {
            done = orphan->destroy();
        } else {
            QFile file(name);
            const auto opened =
                openPrivate(file, QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered);
            if (opened)
                done = overwrite(file);
            else if (isOutOfReach(name) && file.remove()) // another user's: it can't be overwritten
                continue;
            else if (opened.error().code != Error::Code::NotFound)
                done = ioError(u"the journal can't be opened"_s, opened.error().detail);
        }
        if (!done)
            all = done;
    }
    return all;
}

} // namespace Telemetry
