#pragma once

#include "client/spool/abstractusejournal.h"
#include "contract/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Telemetry {

class SqliteSpool;
class UseSegment;

/// Where uses wait, safe from a killed process, until they are counted in the spool. Each process appends to a file of
/// its own (UseSegment). Counting one takes three steps, of which only the last deletes:
///
/// 1. a new file takes the place of the old one, so that nothing is appended to what is read;
/// 2. the spool counts the uses of the old one and remembers its name, in one transaction;
/// 3. the old one is overwritten and deleted.
///
/// A process that ends between 2 and 3 leaves a file that the spool knows already, and does not count again. append()
/// may be called by any thread and waits for nothing but write(2); all else belongs to the worker thread.
class UseJournal final : public AbstractUseJournal
{
public:
    /// The journal beside this spool, with an empty file. `news` is called by append(), in its thread, when there is
    /// something for fold() to do that was not there before. Errors: Io.
    [[nodiscard]] static Result<std::shared_ptr<UseJournal>> open(const QString &spoolFile,
                                                                  const std::function<void()> &news);
    ~UseJournal() override;

    /// False also when Limits::journalBytes wait already.
    [[nodiscard]] bool append(int number, const QByteArray &first, const QByteArray &again) override;
    void forgetNames() override;

    /// Counts what was appended so far, here and by processes that are gone. What can't be counted stays for the next
    /// time. Whether an event of the spool is another now. Errors: Io, those of SqliteSpool::countUses().
    [[nodiscard]] Result<bool> fold(SqliteSpool &spool);
    /// Overwrites and deletes what waits, of all processes.
    [[nodiscard]] Result<Done> discard();
    /// Whether append() was refused since the last fold().
    [[nodiscard]] bool wasRefused();

private:
    UseJournal(const QString &spoolFile, std::function<void()> news, std::unique_ptr<UseSegment> first);
    [[nodiscard]] Result<Done> retireCurrent();
    [[nodiscard]] Result<bool> foldOne(UseSegment &segment, SqliteSpool &spool, const QStringList &present);

    QString m_spoolFile;
    const std::function<void()> m_news;
    std::mutex m_mutex; ///< guards these three; held for one write(2), or for exchanging two pointers
    std::unique_ptr<UseSegment> m_current;
    bool m_told = false;    ///< there is news, and it was said
    bool m_refused = false; ///< a line was
    std::vector<std::unique_ptr<UseSegment>> m_retired;
};

} // namespace Telemetry
