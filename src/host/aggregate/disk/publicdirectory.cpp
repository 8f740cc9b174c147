#include "host/aggregate/disk/publicdirectory.h"

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

constexpr auto publicFolder = publicFile | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// Its mode does not depend on the umask.
Result<Done> makeFolder(const QString &path)
{
    if (!QDir().mkdir(path) || !QFile::setPermissions(path, publicFolder))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, qt_error_string())};
    return Done{};
}

} // namespace

PublicDirectory::PublicDirectory(const QString &path, Observer observer)
    : m_observer(std::move(observer))
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    m_path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    m_parent = QFileInfo(m_path).absolutePath();
    m_name = QFileInfo(m_path).fileName();
}

void PublicDirectory::step(const QString &name) const
{
    if (m_observer)
        m_observer(name);
}

Result<QStringList> PublicDirectory::weeks() const
{
    QFile index(m_path + u"/index.json"_s);
    if (!index.exists())
        return QStringList();
    if (!index.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(index.fileName(), index.errorString())};
    auto weeks = periodsOfIndex(index.readAll());
    if (!weeks)
        return Error{weeks.error().code, u"%1: %2"_s.arg(m_path, weeks.error().detail)};
    return weeks;
}

Result<bool> PublicDirectory::replace(const PublicFiles &files) const
{
    for (const auto &done : {check(), removeLeftovers()}) {
        if (!done)
            return done.error();
    }
    if (holds(files))
        return false;
    const QString unique = QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
    const QString folder = u"%1/%2.new-%3"_s.arg(m_parent, m_name, unique);
    if (const auto done = write(folder, files); !done) {
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

/// What is in the folder is about to be removed, so it must be ours.
Result<Done> PublicDirectory::check() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return Done{};
    if (!info.isDir())
        return Error{Error::Code::Invalid, u"%1: not a folder"_s.arg(m_path)};
    const QStringList ours{u"aggregates.sqlite"_s, u"audit-kit"_s,        u"datapackage.json"_s, u"dictionary.json"_s,
                           u"endpoints.json"_s,    u"public-list.json"_s, u"history.jsonl"_s,    u"history-head.json"_s,
                           u"index.json"_s,        u"keys.json"_s,        u"periods"_s,          u"tables"_s};
    const QStringList entries = QDir(m_path).entryList(everything, QDir::Name);
    for (const QString &entry : entries) {
        if (!ours.contains(entry))
            return Error{
                Error::Code::Invalid,
                u"%1 holds \"%2\", which is not of this program and would be lost; name a folder of its own"_s.arg(
                    m_path, entry)};
    }
    if (!entries.isEmpty() && !entries.contains(u"index.json"_s))
        return Error{Error::Code::Invalid, u"%1 was not made by this program; name a folder of its own"_s.arg(m_path)};
    return Done{};
}

Result<Done> PublicDirectory::removeLeftovers() const
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

bool PublicDirectory::holds(const PublicFiles &files) const
{
    qsizetype found = 0;
    QDirIterator it(m_path, everything, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isDir() && !it.fileInfo().isSymLink())
            continue;
        const auto expected = files.constFind(path.mid(m_path.size() + 1));
        QFile file(path);
        if (expected == files.constEnd() || it.fileInfo().isSymLink() || !file.open(QIODevice::ReadOnly)
            || file.readAll() != expected.value())
            return false;
        ++found;
    }
    return found == files.size();
}

Result<Done> PublicDirectory::write(const QString &folder, const PublicFiles &files) const
{
    step(u"make the new folder"_s);
    QStringList folders{folder};
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QString below = folder + u'/' + file.key().section(u'/', 0, -2);
        if (file.key().contains(u'/') && !folders.contains(below))
            folders.append(below);
    }
    for (const QString &path : std::as_const(folders)) {
        if (const auto done = makeFolder(path); !done)
            return done;
    }
    for (auto file = files.begin(); file != files.end(); ++file) {
        step(u"write "_s + file.key());
        if (const auto done = writeNewFile(folder + u'/' + file.key(), file.value(), publicFile); !done)
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

Result<Done> PublicDirectory::exchange(const QString &folder) const
{
    step(u"exchange"_s);
    if (const auto done = exchangeNames(folder, m_path); !done)
        return done;
    step(u"sync the exchange"_s);
    return syncFolder(m_parent);
}

} // namespace Telemetry
