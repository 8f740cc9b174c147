#include "host/collector/disk/publiclistreloader.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(publicListLog, "telemetry.publiclist", QtInfoMsg)

namespace Telemetry {

PublicListReloader::PublicListReloader(PublicListFiles files, Content seen, SharedPublicList list,
                                       std::function<void(bool)> refused)
    : m_files(std::move(files))
    , m_seen(std::move(seen))
    , m_inUse(std::move(list))
    , m_refused(std::move(refused))
{
}

Result<std::unique_ptr<PublicListReloader>> PublicListReloader::start(PublicListFiles files,
                                                                      std::function<void(bool)> refused)
{
    const Content seen = contentOf(files.read()); // first: what comes between the two is seen by look()
    const auto choice = files.choose();
    if (!choice)
        return choice.error();
    std::unique_ptr<PublicListReloader> started(
        new PublicListReloader(std::move(files), seen, choice.value().list, std::move(refused)));
    started->say(choice.value().refused);
    return started;
}

PublicListReloader::Content PublicListReloader::contentOf(const std::optional<Result<QByteArray>> &read)
{
    if (!read)
        return std::nullopt;
    return *read ? read->value() : read->error().detail.toUtf8();
}

void PublicListReloader::look()
{
    const auto read = m_files.read();
    Content content = contentOf(read);
    if (content == m_seen)
        return;
    m_seen = std::move(content);
    if (!read)
        judge(m_files.shipped());
    else
        judge(*read ? readPublicList(read->value()) : read->error());
}

void PublicListReloader::judge(const Result<SharedPublicList> &list)
{
    if (list) {
        m_inUse.replace(list.value());
        qCInfo(publicListLog, "another public list is in use: %lld plugins",
               static_cast<long long>(list.value()->strings.plugins().size()));
    }
    say(list ? QString() : list.error().detail);
}

void PublicListReloader::say(const QString &problem)
{
    if (!problem.isEmpty())
        qCCritical(publicListLog, "the public list that was loaded can't be used, another one is: %ls",
                   qUtf16Printable(problem));
    m_refused(!problem.isEmpty());
}

} // namespace Telemetry
