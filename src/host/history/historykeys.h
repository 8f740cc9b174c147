#pragma once

#include "host/history/historyentry.h"
#include "host/history/namedsignature.h"
#include "host/signing/signature.h"

#include "contract/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Telemetry {

/// A key with which the history is, or was, signed. A value.
struct HistoryKey
{
    QByteArray name; ///< as keyName() gives it
    QByteArray publicBytes;
    QDate from;
    std::optional<QDate> until;   ///< retired on this day: its holder has another one, or does something else now
    std::optional<QDate> revoked; ///< on this day: somebody else may have it
    QString holder;               ///< what its holder is there, such as "first operator"; never a name

    [[nodiscard]] bool isValid() const { return !until && !revoked; }
    friend bool operator==(const HistoryKey &, const HistoryKey &) = default;
};

/// What happens to a key.
struct KeyChange
{
    enum class Does { Add, Retire, Revoke };
    Does does = Does::Add;
    QByteArray publicBytes; ///< of the key
    QString holder;         ///< with Add
    int threshold = 0;      ///< how many have to sign from now on; 0: as many as before
};

/// What is thought of one signature.
struct JudgedSignature
{
    enum class Verdict { Good, Unknown, Retired, Revoked, Wrong };
    QByteArray key;
    Verdict verdict = Verdict::Wrong;
};

/// The keys as of one line of the history: a function of its lines, and what keys.json says. A value; pure.
///
/// A change of the keys is a line, and its `what` carries the signatures of as many keys as have to sign; they must
/// have been valid before it. So whoever knows one key can follow all later ones by the history alone. The first key
/// signs its own line: nobody can prove it but those who know it otherwise.
class HistoryKeys
{
public:
    [[nodiscard]] const QList<HistoryKey> &all() const { return m_keys; }
    /// How many of the keys have to sign.
    [[nodiscard]] int threshold() const { return m_threshold; }
    [[nodiscard]] const HistoryKey *find(const QByteArray &name) const;

    /// The keys after this change. Errors: Invalid (a key that is there already, or was; one that is not valid; too few
    /// would be left to sign; the holder is no text), TooLarge (too many keys).
    [[nodiscard]] Result<HistoryKeys> after(const KeyChange &change, const QDate &day) const;
    /// The draft of that line, which has the new keys.json's digest, without signatures. Errors: as after().
    [[nodiscard]] Result<HistoryDraft> draftOf(const KeyChange &change, const QDate &day, const QString &reason) const;
    /// The same keys after a line of the history, which is HistoryKind::Key. Errors: as after(), and Invalid (it is not
    /// what draftOf() makes, its signatures are not enough).
    [[nodiscard]] Result<HistoryKeys> after(const HistoryEntry &entry) const;

    /// Each of the signatures, by the keys that are valid as of this line.
    [[nodiscard]] QList<JudgedSignature> judge(const QByteArray &purpose, const QByteArray &statement,
                                               const QList<NamedSignature> &signatures) const;

    /// keys.json, with the line feed at its end.
    [[nodiscard]] QByteArray bytes() const;
    /// Reads a keys.json that anybody may have written. Strict: what it takes is what bytes() writes. Errors: Invalid,
    /// TooLarge. Any thread.
    [[nodiscard]] static Result<HistoryKeys> read(const QByteArray &bytes);

private:
    [[nodiscard]] qsizetype validKeys() const;

    QList<HistoryKey> m_keys; ///< in the order in which they were added
    int m_threshold = 1;
};

/// The line with these keys' signatures under it. Errors: Invalid (a key).
[[nodiscard]] Result<HistoryEntry> signedBy(const QList<SigningKeys> &signers, HistoryEntry entry);

/// In words, e.g. "the signature of 21fe31dfa154a261 is of a revoked key". Not for a good one.
[[nodiscard]] QString textOf(const JudgedSignature &signature);

} // namespace Telemetry
