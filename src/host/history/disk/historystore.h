#pragma once

#include "host/history/historychain.h"

#include "contract/result.h"

#include <QDate>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace Telemetry {

class FileLock;

/// What the public folder gets of the history: the bytes of history.jsonl, history-head.json and keys.json.
struct PublicHistory
{
    QByteArray history;
    QByteArray head;
    QByteArray keys;
};

/// The host's own history.jsonl and the signatures of its head (history-head.json), in the folder of the aggregates.
/// Both are replaced whole, so that a crash at any moment leaves the old or the new; and the new history is the old one
/// with lines at its end. Nothing that anybody says of it is secret. It has a lock of its own, for as long as it is
/// open. One thread.
///
/// A run appends, signs, and then takes publicFiles(). Between the first two a killed run leaves lines that are not
/// signed: the next one signs them.
class HistoryStore
{
public:
    /// Told the name of each step before it is done; tests stop the process there.
    using Observer = std::function<void(const QString &step)>;

    /// Of the folder, which must exist; no files are an empty history. A last line that something cut off is removed,
    /// unless only its line feed is missing. Errors: Busy (another process has it), Damaged (a line or the head is not
    /// what was written: it must be brought back from a backup or the public folder), Io, TooLarge.
    [[nodiscard]] static Result<std::unique_ptr<HistoryStore>> open(const QString &folder, Observer observer = {});
    ~HistoryStore();
    Q_DISABLE_COPY_MOVE(HistoryStore)

    [[nodiscard]] const HistoryChain &chain() const { return m_chain; }

    /// Adds these lines, all or none; they are on the disk when it returns. The day is in UTC, and that of
    /// the last line where it is before that. Errors: Invalid and
    /// TooLarge, as HistoryChain::append(), and nothing has changed; Io (all or none of them are there: open it again).
    [[nodiscard]] Result<Done> append(const QList<HistoryDraft> &drafts, const QDate &day);
    /// Adds the line of a change of keys, signed by these; the day as in append(). Errors: as HistoryChain::change(),
    /// and Io as append().
    [[nodiscard]] Result<Done> change(const KeyChange &change, const QDate &day, const QString &reason,
                                      const QList<SigningKeys> &signers);

    /// Adds these keys' signatures of the head to those that it has. Errors: Invalid (a key that is not valid), Io.
    [[nodiscard]] Result<Done> sign(const QList<SigningKeys> &keys);
    /// Adds the signatures that somebody made elsewhere. Errors: Invalid (of another head; a signature that is not
    /// good), Io.
    [[nodiscard]] Result<Done> takeSignatures(const HistoryHead &head);
    /// How many keys have still to sign before it can be published; 0 also when no key was ever entered.
    [[nodiscard]] int missingSignatures() const;
    /// With its signatures, also when they are not enough.
    [[nodiscard]] const HistoryHead &head() const { return m_head; }

    /// Errors: Closed (signatures are missing; in words). Without any key it is published without signatures, and
    /// whoever checks it is told so.
    [[nodiscard]] Result<PublicHistory> publicFiles() const;

private:
    HistoryStore(const QString &folder, Observer observer);
    [[nodiscard]] Result<Done> read();
    [[nodiscard]] Result<Done> readHistory(bool &isTorn);
    [[nodiscard]] Result<Done> readHead();
    [[nodiscard]] Result<Done> replaceChain(HistoryChain chain);
    [[nodiscard]] Result<Done> replaceHead(HistoryHead head);
    [[nodiscard]] Result<Done> replace(const QString &name, const QByteArray &bytes);

    QString m_folder;
    Observer m_observer;
    std::unique_ptr<FileLock> m_lock;
    HistoryChain m_chain;
    HistoryHead m_head;
    bool m_isUncertain = false; ///< a file may be the old or the new one
};

} // namespace Telemetry
