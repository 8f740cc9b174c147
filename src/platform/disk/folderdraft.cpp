#include "platform/disk/folderdraft.h"

#include "platform/disk/exchange.h"
#include "platform/disk/filepieces.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr auto folderOfAll = publicFile | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// Its mode does not depend on the umask.
Result<Done> makeFolder(const QString &path)
{
    if (!QDir().mkdir(path) || !QFile::setPermissions(path, folderOfAll))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, qt_error_string())};
    return Done{};
}

} // namespace

FolderDraft::FolderDraft(const QString &path, Observer observer)
    : m_path(path)
    , m_parent(QFileInfo(path).absolutePath())
    , m_observer(std::move(observer))
{
}

FolderDraft::~FolderDraft()
{
    if (isInNew())
        QDir(m_new).removeRecursively();
}

void FolderDraft::step(const QString &name) const
{
    if (m_observer)
        m_observer(name);
}

Result<QByteArray> FolderDraft::add(const QString &path, QIODevice &content)
{
    if (m_kept.contains(path) || m_written.contains(path))
        return Error{Error::Code::Invalid, u"%1: there are two files of this name"_s.arg(path)};
    QFile old(m_path + u'/' + path);
    if (const QFileInfo info(old); info.isFile() && !info.isSymLink() && old.open(QIODevice::ReadOnly)) {
        const auto begun = FilePieces::rewind(path, content);
        const auto digest = begun ? FilePieces::digestIfSame(path, content, old) : begun.error();
        if (!digest)
            return digest.error();
        if (digest.value()) {
            m_kept.insert(path, *digest.value());
            return *digest.value();
        }
    }
    return write(path, content);
}

Result<QByteArray> FolderDraft::add(const QString &path, const QByteArray &bytes)
{
    QBuffer content;
    content.setData(bytes);
    content.open(QIODevice::ReadOnly);
    return add(path, content);
}

Result<QByteArray> FolderDraft::write(const QString &path, QIODevice &content)
{
    auto ready = makeNew();
    if (ready)
        ready = makeFoldersOf(path);
    if (ready)
        ready = FilePieces::rewind(path, content);
    if (!ready)
        return ready.error();
    step(u"write "_s + path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto next = [&] {
        auto piece = FilePieces::next(path, content);
        if (piece)
            hash.addData(piece.value());
        return piece;
    };
    if (const auto written = writeNewFile(m_new + u'/' + path, next, publicFile); !written)
        return written.error();
    m_written.insert(path);
    return hash.result().toHex();
}

Result<Done> FolderDraft::makeNew()
{
    if (isInNew())
        return Done{};
    step(u"make the new folder"_s);
    const QString unique = QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
    const QString folder = u"%1.new-%2"_s.arg(m_path, unique);
    if (const auto made = makeFolder(folder); !made)
        return made;
    m_new = folder;
    m_folders.append(folder);
    return Done{};
}

Result<Done> FolderDraft::makeFoldersOf(const QString &path)
{
    for (qsizetype end = path.indexOf(u'/'); end >= 0; end = path.indexOf(u'/', end + 1)) {
        const QString folder = m_new + u'/' + path.first(end);
        if (m_folders.contains(folder))
            continue;
        if (const auto made = makeFolder(folder); !made)
            return made;
        m_folders.append(folder);
    }
    return Done{};
}

/// Also no link: whoever reads it could be led anywhere.
bool FolderDraft::holdsOnlyKept() const
{
    qsizetype found = 0;
    QDirIterator it(m_path, everything, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isSymLink())
            return false;
        if (it.fileInfo().isDir())
            continue;
        if (!m_kept.contains(path.mid(m_path.size() + 1)))
            return false;
        ++found;
    }
    return found == m_kept.size();
}

Result<Done> FolderDraft::copyKept()
{
    for (auto file = m_kept.begin(); file != m_kept.end(); ++file) {
        QFile old(m_path + u'/' + file.key());
        if (!old.open(QIODevice::ReadOnly))
            return Error{Error::Code::Io, u"%1: %2"_s.arg(old.fileName(), old.errorString())};
        const auto digest = write(file.key(), old);
        if (!digest)
            return digest.error();
        if (digest.value() != file.value())
            return Error{Error::Code::Io, u"%1: something changed it meanwhile"_s.arg(old.fileName())};
    }
    return Done{};
}

Result<Done> FolderDraft::sync()
{
    step(u"sync the new folder"_s);
    for (const QString &folder : m_folders + QStringList{m_parent}) {
        if (auto done = syncFolder(folder); !done)
            return done;
    }
    return Done{};
}

Result<Done> FolderDraft::exchange()
{
    step(u"exchange"_s);
    if (auto done = exchangeNames(m_new, m_path); !done)
        return done;
    step(u"sync the exchange"_s);
    return syncFolder(m_parent);
}

Result<bool> FolderDraft::finish()
{
    if (!isInNew() && holdsOnlyKept())
        return false;
    for (const auto &each :
         {&FolderDraft::makeNew, &FolderDraft::copyKept, &FolderDraft::sync, &FolderDraft::exchange}) {
        if (const auto done = (this->*each)(); !done)
            return done.error();
    }
    step(u"remove the old files"_s);
    const QString old = std::exchange(m_new, {});
    if (!QDir(old).removeRecursively())
        return Error{Error::Code::Io, u"%1: not all old files could be removed"_s.arg(old)};
    step(u"done"_s);
    return true;
}

} // namespace Telemetry
