#pragma once

#include "client/collect/weeklyrecorder.h"
#include "client/consent/grant.h"
#include "client/plugins/telemetry/clientplace.h"
#include "client/sources/usefilter.h"
#include "client/spool/disk/heldtopicsfile.h"
#include "client/spool/disk/seenfile.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/spool/firstinspool.h"
#include "client/spool/sendablespool.h"
#include "contract/clock.h"
#include "contract/datadictionary.h"
#include "contract/publicstrings.h"
#include "contract/result.h"

#include <memory>

namespace Telemetry {

/// The spool of one session with everything that works on it: what is held, what may leave, and this week's recorder.
/// Worker thread.
class OpenSpool
{
public:
    /// Opens it; what is pending and not covered by the grant, and what is too old, is deleted first. Dictionary and
    /// clock must outlive it. Errors: those of PublicListKeeper::inUse() and SqliteSpool::open().
    [[nodiscard]] static Result<std::unique_ptr<OpenSpool>> open(const Grant &grant, const ClientPlace &place,
                                                                 const QList<InstalledPlugin> &plugins,
                                                                 const DataDictionary &dictionary, const Clock &clock);

    /// As SqliteSpool::purgeUncovered(): what waits elsewhere above this level was not recorded for this grant.
    [[nodiscard]] Level covered() const { return m_covered; }
    [[nodiscard]] SqliteSpool &spool() { return *m_spool; }
    [[nodiscard]] const SqliteSpool &spool() const { return *m_spool; }
    /// What may be recorded and sent of it.
    [[nodiscard]] SendableSpool &sendable() { return *m_sendable; }
    [[nodiscard]] WeeklyRecorder &recorder() { return *m_recorder; }
    /// Which uses may be named at present. Errors: Io, Damaged (nobody knows what is held).
    [[nodiscard]] Result<std::shared_ptr<const UseFilter>> makeFilter() const;

private:
    OpenSpool(const ClientFiles &files, const QList<InstalledPlugin> &plugins, const DataDictionary &dictionary,
              PublicStrings publicStrings, std::unique_ptr<SqliteSpool> spool);

    const DataDictionary &m_dictionary;
    QList<InstalledPlugin> m_plugins;
    PublicStrings m_publicStrings;
    HeldTopicsFile m_held;
    Level m_covered = Level::None;
    std::unique_ptr<SqliteSpool> m_spool;
    std::unique_ptr<SeenFile> m_seen;
    std::unique_ptr<FirstInSpool> m_firstIn;
    std::unique_ptr<SendableSpool> m_sendable;
    std::unique_ptr<WeeklyRecorder> m_recorder;
};

} // namespace Telemetry
