#include "host/aggregate/disk/publicdirectory.h"

#include "host/aggregate/publicfiles.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

class Draft final : public AbstractPublicDraft
{
public:
    explicit Draft(std::unique_ptr<FolderDraft> folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] Result<QByteArray> add(const QString &path, QIODevice &content) override
    {
        return m_folder->add(path, content);
    }
    [[nodiscard]] Result<bool> publish() override { return m_folder->finish(); }

private:
    const std::unique_ptr<FolderDraft> m_folder;
};

} // namespace

PublicDirectory::PublicDirectory(const QString &path, Observer observer)
    : m_folder(path, std::move(observer))
{
}

Result<QStringList> PublicDirectory::weeks() const
{
    QFile index(m_folder.path() + u"/index.json"_s);
    if (!index.exists())
        return QStringList();
    if (!index.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(index.fileName(), index.errorString())};
    auto weeks = periodsOfIndex(index.readAll());
    if (!weeks)
        return Error{weeks.error().code, u"%1: %2"_s.arg(m_folder.path(), weeks.error().detail)};
    return weeks;
}

Result<std::unique_ptr<AbstractPublicDraft>> PublicDirectory::draft() const
{
    const auto done = check();
    auto folder = done ? m_folder.draft() : Result<std::unique_ptr<FolderDraft>>(done.error());
    if (!folder)
        return folder.error();
    return std::unique_ptr<AbstractPublicDraft>(std::make_unique<Draft>(std::move(folder).value()));
}

/// What is in the folder is about to be removed, so it must be ours.
Result<Done> PublicDirectory::check() const
{
    const auto found = m_folder.entries();
    if (!found)
        return found.error();
    const QStringList ours{u"aggregates.sqlite"_s, u"audit-kit"_s,        u"datapackage.json"_s, u"dictionary.json"_s,
                           u"endpoints.json"_s,    u"public-list.json"_s, u"history.jsonl"_s,    u"history-head.json"_s,
                           u"index.json"_s,        u"keys.json"_s,        u"periods"_s,          u"tables"_s};
    const QStringList &entries = found.value();
    for (const QString &entry : entries) {
        if (!ours.contains(entry))
            return Error{
                Error::Code::Invalid,
                u"%1 holds \"%2\", which is not of this program and would be lost; name a folder of its own"_s.arg(
                    m_folder.path(), entry)};
    }
    if (!entries.isEmpty() && !entries.contains(u"index.json"_s))
        return Error{Error::Code::Invalid,
                     u"%1 was not made by this program; name a folder of its own"_s.arg(m_folder.path())};
    return Done{};
}

} // namespace Telemetry
