#pragma once

#include "contract/level.h"
#include "contract/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace Telemetry {

/// One answer of the user's.
struct Answer
{
    Level level = Level::None;
    int dictionary = 0;               ///< version of the data dictionary that the question showed
    QByteArray textHash;              ///< SHA-256 of the text of the question, hexadecimal
    QDateTime answered;               ///< UTC
    std::optional<QDateTime> expires; ///< UTC; from then on the level is none. Default: no limit

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// An interruption that the user asked for: nothing is recorded and nothing is sent until it ends.
struct Pause
{
    std::optional<QDateTime> until; ///< UTC; nothing: until the user resumes

    friend bool operator==(const Pause &, const Pause &) = default;
};

/// What was asked and answered, for one user and one Python environment. The file's only schema is 1.
struct ConsentRecord
{
    Answer answer;         ///< the one that counts
    QList<Answer> earlier; ///< those before it, oldest first, at most Limits::rememberedAnswers
    std::optional<Pause> pause;

    friend bool operator==(const ConsentRecord &, const ConsentRecord &) = default;
};

/// The record after one more answer. Ends a pause: who chooses a level wants it now.
[[nodiscard]] ConsentRecord answeredAgain(const std::optional<ConsentRecord> &before, const Answer &answer);

/// The answers that one yes after the other led to the one that counts, oldest first, that one included: since them
/// there was no no, and no end in time. Empty when it is a no itself.
[[nodiscard]] QList<Answer> unbrokenAnswers(const ConsentRecord &record);

[[nodiscard]] QByteArray consentRecordToJson(const ConsentRecord &record);
/// Strict: an unknown schema, field or word is an error, so that a doubtful yes counts as none.
[[nodiscard]] Result<ConsentRecord> consentRecordFromJson(const QByteArray &json);

/// What one user chose for all their Python environments.
struct UserChoice
{
    bool neverAsk = false; ///< no question in any environment

    friend bool operator==(const UserChoice &, const UserChoice &) = default;
};

[[nodiscard]] QByteArray userChoiceToJson(const UserChoice &choice);
/// Strict, as consentRecordFromJson().
[[nodiscard]] Result<UserChoice> userChoiceFromJson(const QByteArray &json);

} // namespace Telemetry
