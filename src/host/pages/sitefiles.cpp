#include "host/pages/sitefiles.h"

#include "contract/limits.h"
#include "host/pages/proposalpage.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What the build makes of NAP-8; the site has it as a page.
const auto proposalBody = u"proposal.body.html"_s;
const QString data = u"data/"_s;

Result<QByteArray> read(const AbstractPublicFiles &files, const QString &path)
{
    const auto bytes = files.publicFile(path, Limits::publicFileBytes);
    if (!bytes)
        return Error{Error::Code::NotFound, u"%1 of the public folder is missing"_s.arg(path)};
    if (!*bytes)
        return Error{bytes->error().code, u"%1: %2"_s.arg(path, bytes->error().detail)};
    return *bytes;
}

/// Of all files; those that the history names must be as it says.
Result<FileDigests> digestsOf(const SiteSources &sources, const FileDigests &said)
{
    FileDigests digests;
    for (const QString &path : sources.publishedPaths) {
        const auto bytes = read(sources.published, path);
        if (!bytes)
            return bytes.error();
        digests.insert(path, sha256Of(bytes.value()));
    }
    for (auto file = said.begin(); file != said.end(); ++file) {
        if (digests.value(file.key()) != file.value())
            return Error{Error::Code::Damaged,
                         u"%1 of the public folder isn't what its history says, or is missing"_s.arg(file.key())};
    }
    return digests;
}

SiteShape shapeOf(const SiteSources &sources)
{
    return {sources.built.contains(u"pages.js"_s), sources.built.contains(u"verify.js"_s), sources.address,
            sources.built.contains(proposalBody), sources.contact};
}

} // namespace

SiteFiles::SiteFiles(const SiteSources &sources, FileDigests digests, std::shared_ptr<const PageData> data)
    : m_published(sources.published)
    , m_digests(std::move(digests))
    , m_fixed(sources.built)
    , m_pages(std::move(data), shapeOf(sources), sources.publishedPaths)
{
    if (m_fixed.contains(proposalBody)) {
        const PageLanguage english(pageTongues().first());
        m_fixed.insert(u"proposal.html"_s, m_pages.framedPage(proposalPage(m_fixed.take(proposalBody))));
    }
    m_fixed.insert(sources.own);
}

Result<std::unique_ptr<SiteFiles>> SiteFiles::open(const SiteSources &sources)
{
    const auto data = PageData::read(sources.published);
    if (!data)
        return data.error();
    auto digests = digestsOf(sources, data.value()->history().files());
    if (!digests)
        return digests.error();
    return std::unique_ptr<SiteFiles>(new SiteFiles(sources, std::move(digests).value(), data.value()));
}

QStringList SiteFiles::paths() const
{
    QStringList paths = m_fixed.keys() + m_pages.paths();
    for (auto file = m_digests.begin(); file != m_digests.end(); ++file)
        paths.append(data + file.key());
    return paths;
}

Result<QByteArray> SiteFiles::bytes(const QString &path)
{
    if (const auto fixed = m_fixed.constFind(path); fixed != m_fixed.constEnd())
        return *fixed;
    if (!path.startsWith(data))
        return m_pages.bytes(path);
    const QString name = path.mid(data.size());
    const auto bytes = read(m_published, name);
    if (bytes && sha256Of(bytes.value()) != m_digests.value(name))
        return Error{Error::Code::Damaged, u"%1 was changed while the pages were made; try again"_s.arg(name)};
    return bytes;
}

bool isSite(const QStringList &entries)
{
    static const QRegularExpression ours(u"\\A(data|plugins|de|pl|[a-z]+\\.(html|css|svg|js|js\\.LEGAL\\.txt))\\z"_s);
    return entries.isEmpty()
           || (entries.contains(u"pages.css"_s) && entries.contains(u"index.html"_s)
               && std::all_of(entries.begin(), entries.end(),
                              [](const QString &entry) { return ours.match(entry).hasMatch(); }));
}

} // namespace Telemetry
