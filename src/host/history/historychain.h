#pragma once

#include "host/history/historyentry.h"
#include "host/history/historyhead.h"
#include "host/history/historykeys.h"

#include "contract/result.h"

#include <QByteArray>
#include <QList>

namespace Telemetry {

/// The history: lines each of which names the hash of the one before. A value; pure. Lines are only ever added.
class HistoryChain
{
public:
    /// history.jsonl: each line with its line feed.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] const QList<HistoryEntry> &entries() const { return m_entries; }
    /// As of the last line.
    [[nodiscard]] const HistoryKeys &keys() const { return m_keys; }
    /// What each file that was ever named must be now: of the newest line that names it.
    [[nodiscard]] const FileDigests &files() const { return m_files; }
    /// The newest line that names the file, and so says what it must be now. Null: none does. Until a line is added.
    [[nodiscard]] const HistoryEntry *newestOf(const QString &path) const;
    /// The first one.
    [[nodiscard]] const HistoryEntry *firstOf(const QString &path) const;
    /// Of the last line; noLineBefore() when there is none.
    [[nodiscard]] const QByteArray &lastHash() const { return m_lastHash; }
    /// Of all the lines, without signatures.
    [[nodiscard]] HistoryHead head() const;

    /// Adds a line that somebody wrote, without its line feed, if it is the next one. Errors: as readHistoryLine(), and
    /// Invalid (its hash, number or day is not the next one; a change of keys that was not approved), TooLarge. The
    /// chain is then as it was.
    [[nodiscard]] Result<Done> take(const QByteArray &line);
    /// Adds the lines of a history.jsonl up to the first that is not the next one; the error's detail says what is
    /// wrong with the line after entries(). Errors: as take(), and Invalid (the last has no line feed).
    [[nodiscard]] Result<Done> takeAll(const QByteArray &bytes);

    /// Adds a line. Errors: Invalid (the day is before the last line's; a text or a path that is none; keys change by
    /// change() only), TooLarge. The chain is then as it was.
    [[nodiscard]] Result<Done> append(const HistoryDraft &draft, const QDate &day);
    /// Adds the line of a change of keys, signed by these. Errors: Invalid (not allowed or not approved), TooLarge.
    [[nodiscard]] Result<Done> change(const KeyChange &change, const QDate &day, const QString &reason,
                                      const QList<SigningKeys> &signers);

private:
    [[nodiscard]] HistoryEntry next(const HistoryDraft &draft, const QDate &day) const;
    [[nodiscard]] Result<Done> isNext(const HistoryEntry &entry) const;

    QByteArray m_bytes;
    QList<HistoryEntry> m_entries;
    HistoryKeys m_keys;
    FileDigests m_files;
    QByteArray m_lastHash = noLineBefore();
};

} // namespace Telemetry
