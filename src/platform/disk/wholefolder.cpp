#include "platform/disk/wholefolder.h"

#include "platform/disk/exchange.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

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

WholeFolder::WholeFolder(const QString &path, Observer observer)
    : m_observer(std::move(observer))
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    m_path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    m_parent = QFileInfo(m_path).absolutePath();
    m_name = QFileInfo(m_path).fileName();
}

void WholeFolder::step(const QString &name) const
{
    if (m_observer)
        m_observer(name);
}

Result<QStringList> WholeFolder::entries() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return QStringList();
    if (!info.isDir())
        return Error{Error::Code::Invalid, u"%1: not a folder"_s.arg(m_path)};
    return QDir(m_path).entryList(everything, QDir::Name);
}

Result<bool> WholeFolder::replace(const Files &files) const
{
    return replace(files.keys(), [&](const QString &path) { return Result<QByteArray>(files.value(path)); });
}

Result<bool> WholeFolder::replace(QStringList paths, const Source &bytesOf) const
{
    if (const auto done = removeLeftovers(); !done)
        return done.error();
    paths.sort();
    if (const auto same = holds(paths, bytesOf); !same || same.value())
        return same ? Result<bool>(false) : same;
    const QString unique = QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
    const QString folder = u"%1/%2.new-%3"_s.arg(m_parent, m_name, unique);
    if (const auto done = write(folder, paths, bytesOf); !done) {
        QDir(folder).removeRecursively();
        return done.error();
    }
    if (const auto done = exchange(folder); !done) {
        QDir(folder).removeRecursively();
        return done.error();
    }
    step(u"remove the old files"_s);
    if (!QDir(folder).removeRecursively())
        return Error{Error::Code::Io, u"%1: not all old files could be removed"_s.arg(folder)};
    step(u"done"_s);
    return true;
}

Result<Done> WholeFolder::removeLeftovers() const
{
    static const QRegularExpression suffix(u"^\\.new-[0-9a-f]{16}$"_s);
    for (const QString &entry : QDir(m_parent).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (!entry.startsWith(m_name) || !suffix.match(entry.mid(m_name.size())).hasMatch())
            continue;
        step(u"remove leftovers"_s);
        if (!QDir(m_parent + u'/' + entry).removeRecursively())
            return Error{Error::Code::Io,
                         u"%1/%2: a stopped run left it and it can't be removed"_s.arg(m_parent, entry)};
    }
    return Done{};
}

Result<bool> WholeFolder::holds(const QStringList &paths, const Source &bytesOf) const
{
    QStringList found;
    QDirIterator it(m_path, everything, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isSymLink())
            return false;
        if (!it.fileInfo().isDir())
            found.append(path.mid(m_path.size() + 1));
    }
    found.sort();
    if (found != paths)
        return false;
    for (const QString &path : paths) {
        const auto expected = bytesOf(path);
        if (!expected)
            return expected.error();
        QFile file(m_path + u'/' + path);
        if (!file.open(QIODevice::ReadOnly) || file.readAll() != expected.value())
            return false;
    }
    return true;
}

Result<Done> WholeFolder::write(const QString &folder, const QStringList &paths, const Source &bytesOf) const
{
    step(u"make the new folder"_s);
    QStringList folders{folder};
    for (const QString &file : paths) {
        for (qsizetype end = file.indexOf(u'/'); end >= 0; end = file.indexOf(u'/', end + 1)) {
            const QString below = folder + u'/' + file.first(end);
            if (!folders.contains(below))
                folders.append(below);
        }
    }
    for (const QString &path : std::as_const(folders)) {
        if (const auto done = makeFolder(path); !done)
            return done;
    }
    for (const QString &file : paths) {
        step(u"write "_s + file);
        const auto bytes = bytesOf(file);
        if (!bytes)
            return bytes.error();
        if (const auto done = writeNewFile(folder + u'/' + file, bytes.value(), publicFile); !done)
            return done;
    }
    step(u"sync the new folder"_s);
    folders.append(m_parent);
    for (const QString &path : std::as_const(folders)) {
        if (const auto done = syncFolder(path); !done)
            return done;
    }
    return Done{};
}

Result<Done> WholeFolder::exchange(const QString &folder) const
{
    step(u"exchange"_s);
    if (const auto done = exchangeNames(folder, m_path); !done)
        return done;
    step(u"sync the exchange"_s);
    return syncFolder(m_parent);
}

} // namespace Telemetry
