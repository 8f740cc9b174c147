#pragma once

#include "client/plugins/telemetry/openspool.h"

#include <functional>

namespace Telemetry {

class UseJournal;
class UseRecorder;

/// Spool and journal of uses for one grant, from its beginning to its end: opens them, tries again what has failed,
/// counts what was used, and opens the spool anew when its file was damaged or replaced. Worker thread.
class SpoolSession
{
public:
    struct Setup
    {
        Grant grant;
        QList<InstalledPlugin> plugins;
        int uses = 0; ///< session of UseRecorder::start()
    };
    /// Opens nothing yet. Dictionary and clock must outlive it. `news` is called, by any thread, when there is
    /// something for fold() to do.
    SpoolSession(const Setup &setup, const ClientPlace &place, const DataDictionary &dictionary, const Clock &clock,
                 std::shared_ptr<UseRecorder> uses, std::function<void()> news);
    ~SpoolSession();
    Q_DISABLE_COPY_MOVE(SpoolSession)

    /// Makes what is missing of spool, recorder of this week and journal; records what is new in this week. To be
    /// called again after an error, and when a week begins. Errors: Closed (nothing is recorded in this week), those of
    /// OpenSpool, WeeklyRecorder and UseJournal.
    [[nodiscard]] Result<Done> prepare();
    /// Whether the spool is open; what follows may be called then only, except what says otherwise.
    [[nodiscard]] bool isOpen() const { return m_open != nullptr; }
    [[nodiscard]] bool countsUses() const { return m_open && m_journal; }
    [[nodiscard]] const Grant &grant() const { return m_setup.grant; }
    [[nodiscard]] OpenSpool &open() { return *m_open; }
    /// Whether the file was damaged when it was opened.
    [[nodiscard]] bool wasRepaired() const;

    enum class Folded {
        Same,    ///< no event is another than before
        Changed, ///< some are
        Lost,    ///< the file is damaged, or another one is in its place: nothing was counted, reopen()
    };
    /// Counts what was used since; only when countsUses(). What can't be counted waits for the next time. Errors: those
    /// of UseJournal::fold(); Io when the disk refused a use.
    [[nodiscard]] Result<Folded> fold();
    /// Makes another file, with what can be saved of a damaged one. Nothing may use the spool at that time. Errors: as
    /// prepare(); then the spool is not open.
    [[nodiscard]] Result<Done> reopen();
    /// Deletes what was not sent, and the uses that wait. Counts begin anew. Errors: Io, after all was tried.
    [[nodiscard]] Result<Done> deleteUnsent();
    /// The user holds or releases a topic: uses follow at once; only when countsUses(). Errors: those of makeFilter().
    [[nodiscard]] Result<Done> followHeldTopics();

private:
    [[nodiscard]] Result<Done> openSpool();
    [[nodiscard]] Result<Done> openJournal();
    void openUses();

    const Setup m_setup;
    const ClientPlace m_place;
    const DataDictionary &m_dictionary;
    const Clock &m_clock;
    const std::shared_ptr<UseRecorder> m_uses;
    const std::function<void()> m_news;
    std::unique_ptr<OpenSpool> m_open;
    std::shared_ptr<UseJournal> m_journal;     ///< only while uses are wanted
    std::shared_ptr<const UseFilter> m_filter; ///< which may be named; in the same way
};

} // namespace Telemetry
