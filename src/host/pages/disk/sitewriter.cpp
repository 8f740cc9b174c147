#include "host/pages/disk/sitewriter.h"

#include "contract/limits.h"
#include "host/pages/sitefiles.h"
#include "platform/disk/wholefile.h"

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
    QStringList paths;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (it.fileInfo().isSymLink() || !(it.fileInfo().isFile() || it.fileInfo().isDir()))
            return Error{Error::Code::Invalid, u"%1 is neither a file nor a folder"_s.arg(path)};
        if (it.fileInfo().isFile())
            paths.append(QDir(folder).relativeFilePath(path));
    }
    return paths;
}

/// The scripts and the pages that need them; the folder may hold more, such as an older data/.
Result<Files> builtFiles(const QString &folder)
{
    Files files;
    if (folder.isEmpty())
        return files;
    if (!QFileInfo(folder + u"/pages.js"_s).isFile())
        return Error{Error::Code::NotFound, u"%1 is no built site: it has no pages.js"_s.arg(folder)};
    const QStringList names = QDir(folder).entryList(
        {u"*.html"_s, u"*.js"_s, u"*.css"_s, u"*.svg"_s, u"*.js.LEGAL.txt"_s}, QDir::Files | QDir::NoSymLinks);
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

} // namespace

Result<bool> writeSite(const PagesOptions &options, const Files &own, const WholeFolder::Observer &observer)
{
    const WholeFolder out(options.out, observer);
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
    const PublicFolder published(options.publicFolder);
    const auto files = SiteFiles::open({published, paths.value(), built.value(), own, options.address});
    if (!files)
        return files.error();
    SiteFiles &site = *files.value();
    return out.replace(site.paths(), [&](const QString &path) { return site.bytes(path); });
}

} // namespace Telemetry
