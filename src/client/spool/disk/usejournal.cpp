#include "client/spool/disk/usejournal.h"

#include "client/spool/disk/sqlitespool.h"
#include "client/spool/disk/usesegment.h"
#include "client/spool/spoollog.h"
#include "client/spool/useline.h"
#include "contract/limits.h"
#include "platform/disk/privatefiles.h"

#include <QFileInfo>

namespace Telemetry {

UseJournal::UseJournal(const QString &spoolFile, std::function<void()> news, std::unique_ptr<UseSegment> first)
    : m_spoolFile(spoolFile)
    , m_news(std::move(news))
    , m_current(std::move(first))
{
}

UseJournal::~UseJournal()
{
    // An empty file is of no use to the next start.
    if (m_current->size() == 0 && !m_current->destroy())
        qCInfo(spoolLog, "an empty journal was left behind");
}

Result<std::shared_ptr<UseJournal>> UseJournal::open(const QString &spoolFile, const std::function<void()> &news)
{
    auto first = UseSegment::make(spoolFile);
    if (!first)
        return first.error();
    return std::shared_ptr<UseJournal>(new UseJournal(spoolFile, news, std::move(first).value()));
}

bool UseJournal::append(int number, const QByteArray &first, const QByteArray &again)
{
    bool kept = false;
    bool isNews = false;
    {
        const std::lock_guard guard(m_mutex);
        kept = m_current->size() < Limits::journalBytes && m_current->append(number, first, again);
        m_refused = m_refused || !kept;
        isNews = !std::exchange(m_told, true);
    }
    if (isNews)
        m_news();
    return kept;
}

void UseJournal::forgetNames()
{
    const std::lock_guard guard(m_mutex);
    m_current->forgetNames();
}

bool UseJournal::wasRefused()
{
    const std::lock_guard guard(m_mutex);
    return std::exchange(m_refused, false);
}

Result<Done> UseJournal::retireCurrent()
{
    {
        const std::lock_guard guard(m_mutex);
        m_told = false;
        if (m_current->size() == 0)
            return Done{};
    }
    auto next = UseSegment::make(m_spoolFile);
    if (!next)
        return next.error();
    std::unique_ptr<UseSegment> segment = std::move(next).value();
    {
        const std::lock_guard guard(m_mutex);
        m_current.swap(segment);
    }
    m_retired.push_back(std::move(segment));
    return Done{};
}

Result<bool> UseJournal::foldOne(UseSegment &segment, SqliteSpool &spool, const QStringList &present)
{
    const auto bytes = segment.read();
    if (!bytes)
        return bytes.error();
    const Uses uses = usesOf(bytes.value());
    auto counted = spool.countUses(segment.name(), uses.uses, present);
    if (!counted)
        return counted;
    if (uses.damaged > 0)
        qCWarning(spoolLog, "%d lines of the journal can't be read and are left out", uses.damaged);
    // It is known to the spool: if it can't be deleted now, the next start does it.
    if (const auto gone = segment.destroy(); !gone)
        qCWarning(spoolLog, "%ls", qUtf16Printable(gone.error().detail));
    return counted;
}

Result<bool> UseJournal::fold(SqliteSpool &spool)
{
    const auto retired = retireCurrent();
    Result<bool> all = false;
    if (!retired)
        all = retired.error();
    std::vector<std::unique_ptr<UseSegment>> waiting = std::exchange(m_retired, {});
    // Ours are left out by name: on some network file systems a lock does not keep out its own process.
    QStringList ours{m_current->name()};
    for (const auto &segment : waiting)
        ours.append(segment->name());
    QStringList present;
    for (const QString &file : UseSegment::filesOf(m_spoolFile)) {
        present.append(UseSegment::nameOf(file));
        if (ours.contains(present.last()))
            continue;
        if (auto orphan = UseSegment::adopt(file))
            waiting.push_back(std::move(orphan));
    }
    if (waiting.empty())
        return all;
    // What is not there any more must not come back with the next start, when the spool has forgotten that it counted.
    if (auto synced = syncFolder(QFileInfo(m_spoolFile).absolutePath()); !synced)
        return synced.error();
    for (auto &segment : waiting) {
        auto done = foldOne(*segment, spool, present);
        if (!done)
            m_retired.push_back(std::move(segment));
        if (!done || (all && done.value()))
            all = done;
    }
    return all;
}

Result<Done> UseJournal::discard()
{
    const auto retired = retireCurrent();
    m_retired.clear(); // no longer locked, and so deleted
    return emptySegments(m_spoolFile, retired ? m_current->name() : QString());
}

} // namespace Telemetry
