#include "client/plugins/telemetry/openspool.h"

#include "client/collect/disk/identityfile.h"
#include "client/spool/disk/environmentsfile.h"
#include "client/spool/spoollog.h"
#include "client/upload/disk/publiclistkeeper.h"
#include "platform/disk/machinedetails.h"

#include <utility>

namespace Telemetry {

OpenSpool::OpenSpool(const ClientFiles &files, const QList<InstalledPlugin> &plugins, const DataDictionary &dictionary,
                     PublicStrings publicStrings, std::unique_ptr<SqliteSpool> spool)
    : m_dictionary(dictionary)
    , m_plugins(plugins)
    , m_publicStrings(std::move(publicStrings))
    , m_held(files.held())
    , m_spool(std::move(spool))
{
}

Result<std::unique_ptr<OpenSpool>> OpenSpool::open(const Grant &grant, const ClientPlace &place,
                                                   const QList<InstalledPlugin> &plugins,
                                                   const DataDictionary &dictionary, const Clock &clock)
{
    const ClientFiles &files = place.files;
    auto publicStrings = PublicListKeeper::inUse(files.folder());
    if (!publicStrings)
        return publicStrings.error();
    auto spool =
        SqliteSpool::open(grant, dictionary, files.spool(), fileSystemType, [&clock] { return clock.now().date(); });
    if (!spool)
        return spool.error();
    if (const auto noted = EnvironmentsFile(files.environments()).add(files.key(), files.environment()); !noted)
        qCInfo(spoolLog, "the environment is not noted: %ls", qUtf16Printable(noted.error().detail));
    std::unique_ptr<OpenSpool> open(
        new OpenSpool(files, plugins, dictionary, std::move(publicStrings).value(), std::move(spool).value()));
    open->m_spool->setHeldTopics(&open->m_held);
    const QByteArray machine = machineDetails();
    open->m_seen = std::make_unique<SeenFile>(files.folder(), grant.sharedHome() ? QByteArray() : machine);
    const auto factKey = open->m_seen->factKey();
    if (!factKey)
        return factKey.error(); // nobody knows what was recorded in this month
    open->m_spool->setFactKey(factKey.value());
    open->m_firstIn = std::make_unique<FirstInSpool>(*open->m_spool, dictionary, *open->m_seen, files.key());
    open->m_sendable = std::make_unique<SendableSpool>(*open->m_firstIn, dictionary, open->m_held, clock);
    open->m_recorder = std::make_unique<WeeklyRecorder>(
        grant, [folder = files.folder()](Week now) { return IdentityFile(folder).current(now); }, machine, place.facts,
        plugins, dictionary, open->m_publicStrings, clock, *open->m_sendable);
    const auto covered = open->m_spool->purgeUncovered();
    if (!covered)
        return covered.error();
    open->m_covered = covered.value();
    if (auto done = open->m_firstIn->expire(clock.now()); !done)
        return done.error();
    return open;
}

Result<std::shared_ptr<const UseFilter>> OpenSpool::makeFilter() const
{
    const auto held = m_held.read();
    if (!held)
        return held.error();
    return std::make_shared<const UseFilter>(m_dictionary, m_publicStrings, m_plugins, held.value());
}

} // namespace Telemetry
