#include "host/pages/disk/sitewriter.h"

#include "contract/limits.h"
#include "host/pages/sitefiles.h"
#include "platform/disk/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

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

/// The public folder. A file is read each time that it is asked for.
class PublicFolder final : public AbstractPublicFiles
{
public:
    explicit PublicFolder(QString path)
        : m_path(std::move(path))
    {
    }
    std::optional<Result<QByteArray>> publicFile(const QString &path, qsizetype most) const override
    {
        return WholeFile::read(m_path + u'/' + path, most);
    }

private:
    const QString m_path;
};

/// The paths of all files below the folder. A link could lead anywhere, and everybody would read it.
Result<QStringList> pathsBelow(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return Error{Error::Code::NotFound, u"%1: there is no such folder"_s.arg(folder)};
    const QDir top(QFileInfo(folder).absoluteFilePath());
    QStringList paths;
    QDirIterator it(top.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isSymLink() || !(it.fileInfo().isFile() || it.fileInfo().isDir()))
            return Error{Error::Code::Invalid, u"%1 is neither a file nor a folder"_s.arg(path)};
        if (it.fileInfo().isFile())
            paths.append(top.relativeFilePath(path));
    }
    return paths;
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
Result<bool> holdsOnly(const QString &folder, SiteFiles &site)
{
    const QStringList paths = site.paths();
    QSet<QString> missing(paths.begin(), paths.end());
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isSymLink() || (!it.fileInfo().isDir() && !missing.remove(path.mid(folder.size() + 1))))
            return false;
    }
    if (!missing.isEmpty())
        return false;
    for (const QString &path : paths) {
        const auto expected = site.bytes(path);
        if (!expected)
            return expected.error();
        QFile file(folder + u'/' + path);
        if (file.size() != expected.value().size() || !file.open(QIODevice::ReadOnly)
            || file.readAll() != expected.value())
            return false;
    }
    return true;
}

/// The site that the options ask for, which may become this folder.
Result<std::unique_ptr<SiteFiles>> filesFor(const PagesOptions &options, const PublicFolder &published,
                                            const Files &own, const WholeFolder &out)
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
    const auto paths = pathsBelow(options.publicFolder);
    if (!paths)
        return paths.error();
    const auto built = builtFiles(options.site);
    if (!built)
        return built.error();
    return SiteFiles::open({published, paths.value(), built.value(), own, options.address, options.contact});
}

} // namespace

Result<bool> writeSite(const PagesOptions &options, const Files &own, const WholeFolder::Observer &observer)
{
    const PublicFolder published(options.publicFolder);
    const WholeFolder out(options.out, observer);
    const auto files = filesFor(options, published, own, out);
    if (!files)
        return files.error();
    const auto next = out.draft();
    if (!next)
        return next.error();
    SiteFiles &site = *files.value();
    for (const QString &path : site.paths()) {
        const auto bytes = site.bytes(path);
        if (!bytes)
            return bytes.error();
        if (const auto added = next.value()->add(path, bytes.value()); !added)
            return added.error();
    }
    return next.value()->finish();
}

Result<bool> siteIsCurrent(const PagesOptions &options, const Files &own)
{
    const PublicFolder published(options.publicFolder);
    const WholeFolder out(options.out);
    const auto files = filesFor(options, published, own, out);
    return files ? holdsOnly(out.path(), *files.value()) : files.error();
}

QString installedSiteFiles()
{
    const QString folder =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/napari-telemetry/site"_s);
    return QFileInfo(folder + u"/pages.js"_s).isFile() ? folder : QString();
}

} // namespace Telemetry
