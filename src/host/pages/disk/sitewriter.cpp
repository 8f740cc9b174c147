#include "host/pages/disk/sitewriter.h"

#include "contract/limits.h"
#include "host/pages/sitefiles.h"
#include "platform/disk/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Files = QMap<QString, QByteArray>;

Result<QByteArray> wholeFile(const QString &path)
{
    const auto bytes = WholeFile::read(path, Limits::publicFileBytes);
    if (!bytes)
        return Error{Error::Code::Io, u"%1 went away while it was read; try again"_s.arg(path)};
    if (!*bytes)
        return Error{bytes->error().code, u"%1: %2"_s.arg(path, bytes->error().detail)};
    return *bytes;
}

/// All files below the folder. A link could lead anywhere, and everybody would read it.
Result<Files> filesBelow(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return Error{Error::Code::NotFound, u"%1: there is no such folder"_s.arg(folder)};
    const QDir top(QFileInfo(folder).absoluteFilePath());
    Files files;
    QDirIterator it(top.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isSymLink() || !(it.fileInfo().isFile() || it.fileInfo().isDir()))
            return Error{Error::Code::Invalid, u"%1 is neither a file nor a folder"_s.arg(path)};
        if (it.fileInfo().isDir())
            continue;
        const auto bytes = wholeFile(path);
        if (!bytes)
            return bytes.error();
        files.insert(top.relativeFilePath(path), bytes.value());
    }
    return files;
}

/// The scripts, and the body of NAP-8; the folder may hold more, such as an older data/.
Result<Files> builtFiles(const QString &folder)
{
    Files files;
    if (folder.isEmpty())
        return files;
    if (!QFileInfo(folder + u"/pages.js"_s).isFile())
        return Error{Error::Code::NotFound, u"%1 is no built site: it has no pages.js"_s.arg(folder)};
    const QStringList names = QDir(folder).entryList(
        {u"pages.js"_s, u"verify.js"_s, u"*.js.LEGAL.txt"_s, u"proposal.body.html"_s}, QDir::Files | QDir::NoSymLinks);
    for (const QString &name : names) {
        const auto bytes = wholeFile(folder + u'/' + name);
        if (!bytes)
            return bytes.error();
        files.insert(name, bytes.value());
    }
    return files;
}

/// What is written must not be what is read.
bool isWithin(const QString &inner, const QString &outer)
{
    const QString folder = QFileInfo(outer).canonicalFilePath();
    return !folder.isEmpty() && (inner + u'/').startsWith(folder + u'/');
}

/// Whether the folder has these files and nothing else.
bool holdsOnly(const QString &folder, const Files &files)
{
    qsizetype found = 0;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isDir() && !it.fileInfo().isSymLink())
            continue;
        const auto expected = files.constFind(path.mid(folder.size() + 1));
        QFile file(path);
        if (expected == files.constEnd() || it.fileInfo().isSymLink() || file.size() != expected->size()
            || !file.open(QIODevice::ReadOnly) || file.readAll() != *expected)
            return false;
        ++found;
    }
    return found == files.size();
}

/// All files of the site that the options ask for, which may become this folder.
Result<Files> filesFor(const PagesOptions &options, const Files &own, const WholeFolder &out)
{
    const QString source = QFileInfo(options.publicFolder).canonicalFilePath();
    if (isWithin(out.path(), options.publicFolder)
        || (!source.isEmpty() && (source + u'/').startsWith(out.path() + u'/')))
        return Error{Error::Code::Invalid,
                     u"%1 and %2 must not be in one another"_s.arg(options.publicFolder, options.out)};
    const auto entries = out.entries();
    if (!entries)
        return entries.error();
    if (!QFileInfo(QFileInfo(out.path()).absolutePath()).isDir())
        return Error{Error::Code::NotFound, u"%1: make the folder that it will be in first"_s.arg(out.path())};
    if (!isSite(entries.value()))
        return Error{
            Error::Code::Invalid,
            u"%1 holds something that is not of this program and would be lost; name a folder of its own"_s.arg(
                out.path())};
    auto published = filesBelow(options.publicFolder);
    if (!published)
        return published.error();
    auto built = builtFiles(options.site);
    if (!built)
        return built.error();
    return siteFiles({std::move(published).value(), std::move(built).value(), own, options.address, options.contact});
}

} // namespace

Result<bool> writeSite(const PagesOptions &options, const Files &own, const WholeFolder::Observer &observer)
{
    const WholeFolder out(options.out, observer);
    const auto files = filesFor(options, own, out);
    return files ? out.replace(files.value()) : files.error();
}

Result<bool> siteIsCurrent(const PagesOptions &options, const Files &own)
{
    const WholeFolder out(options.out);
    const auto files = filesFor(options, own, out);
    return files ? Result<bool>(holdsOnly(out.path(), files.value())) : files.error();
}

QString installedSiteFiles()
{
    const QString folder =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/napari-telemetry/site"_s);
    return QFileInfo(folder + u"/pages.js"_s).isFile() ? folder : QString();
}

} // namespace Telemetry
