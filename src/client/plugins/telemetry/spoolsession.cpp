#include "client/plugins/telemetry/spoolsession.h"

#include "client/collect/userecorder.h"
#include "client/spool/disk/usejournal.h"
#include "client/spool/disk/usesegment.h"

#include <algorithm>
#include <utility>

namespace Telemetry {

SpoolSession::SpoolSession(const Setup &setup, const ClientPlace &place, const DataDictionary &dictionary,
                           const Clock &clock, std::shared_ptr<UseRecorder> uses, std::function<void()> news)
    : m_setup(setup)
    , m_place(place)
    , m_dictionary(dictionary)
    , m_clock(clock)
    , m_uses(std::move(uses))
    , m_news(std::move(news))
{
}

SpoolSession::~SpoolSession() = default;

Result<Done> SpoolSession::prepare()
{
    auto done = m_open ? Result<Done>(Done{}) : openSpool();
    if (done)
        done = m_open->recorder().recordWeek();
    if (done && !m_journal)
        done = openJournal();
    else if (done)
        openUses();
    return done;
}

Result<Done> SpoolSession::openSpool()
{
    auto opened = OpenSpool::open(m_setup.grant, m_place, m_setup.plugins, m_dictionary, m_clock);
    if (!opened)
        return opened.error();
    m_open = std::move(opened).value();
    return Done{};
}

/// What was left behind is counted first, or deleted when the level does not want it any more, or a no came since.
Result<Done> SpoolSession::openJournal()
{
    if (std::min(m_setup.grant.level(), m_open->covered()) < Level::Full) {
        if (auto emptied = emptySegments(m_place.files.spool()); !emptied)
            return emptied;
    }
    if (m_setup.grant.level() < Level::Full)
        return Done{};
    auto journal = UseJournal::open(m_place.files.spool(), m_news);
    if (!journal)
        return journal.error();
    m_journal = std::move(journal).value();
    auto filtered = followHeldTopics();
    if (!filtered)
        m_journal.reset(); // nobody knows what may be named: nothing is counted
    return filtered;
}

void SpoolSession::openUses()
{
    const EventMaker *maker = m_open->recorder().maker();
    const auto week = m_open->recorder().clockWeek();
    if (m_journal && maker && week)
        m_uses->open(m_setup.uses, m_journal, *maker, m_filter, *week);
}

bool SpoolSession::wasRepaired() const
{
    const auto status = m_open->spool().status();
    return status && status.value().repaired;
}

Result<SpoolSession::Folded> SpoolSession::fold()
{
    if (!m_open->spool().isCurrent())
        return Folded::Lost;
    const auto folded = m_journal->fold(m_open->spool());
    if (!folded)
        return folded.error().code == Error::Code::Damaged ? Result<Folded>(Folded::Lost) : folded.error();
    if (m_journal->wasRefused())
        return Error{Error::Code::Io, QStringLiteral("the disk did not take what was used last")};
    return folded.value() ? Folded::Changed : Folded::Same;
}

Result<Done> SpoolSession::reopen()
{
    m_open.reset();
    auto done = openSpool(); // SqliteSpool::open() saves what it can
    if (done)
        done = m_open->recorder().recordWeek();
    if (done)
        openUses();
    return done;
}

Result<Done> SpoolSession::deleteUnsent()
{
    const auto emptied = m_journal ? m_journal->discard() : emptySegments(m_place.files.spool());
    const auto purged = m_open->spool().purgeAbove(Level::None);
    openUses();
    return purged ? emptied : purged;
}

Result<Done> SpoolSession::followHeldTopics()
{
    auto filter = m_open->makeFilter();
    if (!filter)
        return filter.error();
    m_filter = std::move(filter).value();
    openUses();
    return Done{};
}

} // namespace Telemetry
