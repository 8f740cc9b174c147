#include "host/pages/sitefiles.h"

#include "host/pages/pagedata.h"
#include "host/pages/proposalpage.h"
#include "host/pages/sitepages.h"
#include "host/pages/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What the build makes of NAP-8; the site has it as a page.
const auto proposalBody = u"proposal.body.html"_s;

/// The public folder as it was read, so that pages and data are of one moment.
class FilesInMemory final : public AbstractPublicFiles
{
public:
    explicit FilesInMemory(const QMap<QString, QByteArray> &files)
        : m_files(files)
    {
    }
    std::optional<Result<QByteArray>> publicFile(const QString &path, qsizetype most) const override
    {
        const auto found = m_files.constFind(path);
        if (found == m_files.constEnd())
            return std::nullopt;
        if (found->size() > most)
            return Error{Error::Code::TooLarge, u"it has more than %1 bytes"_s.arg(most)};
        return Result<QByteArray>(*found);
    }

private:
    const QMap<QString, QByteArray> &m_files;
};

Result<Done> checkFiles(const QMap<QString, QByteArray> &published, const HistoryChain &history)
{
    const FileDigests &said = history.files();
    for (auto file = said.begin(); file != said.end(); ++file) {
        const auto found = published.constFind(file.key());
        if (found == published.constEnd() || sha256Of(*found) != file.value())
            return Error{Error::Code::Damaged,
                         u"%1 of the public folder isn't what its history says, or is missing"_s.arg(file.key())};
    }
    return Done{};
}

} // namespace

Result<QMap<QString, QByteArray>> siteFiles(const SiteSources &sources)
{
    const auto data = PageData::read(FilesInMemory(sources.published));
    if (!data)
        return data.error();
    if (const auto checked = checkFiles(sources.published, data.value()->history()); !checked)
        return checked.error();
    const SiteShape shape{sources.built.contains(u"pages.js"_s), sources.built.contains(u"verify.js"_s),
                          sources.address, sources.built.contains(proposalBody), sources.contact};
    QMap<QString, QByteArray> files = sources.built;
    if (shape.hasProposal) {
        const PageLanguage english(pageTongues().first());
        files.insert(u"proposal.html"_s, framed(proposalPage(files.take(proposalBody)), shape, data.value()->asOf()));
    }
    files.insert(sources.own);
    files.insert(sitePages(*data.value(), shape, sources.published.keys()));
    for (auto file = sources.published.begin(); file != sources.published.end(); ++file)
        files.insert(u"data/"_s + file.key(), file.value());
    return files;
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
