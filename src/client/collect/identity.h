#pragma once

#include "contract/result.h"
#include "contract/week.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace Telemetry {

/// What a person's reporters of one week derive from. A value; holds a secret, so it is never logged.
struct Identity
{
    /// How many secrets were used in a week: more than one after the clock went back.
    struct Use
    {
        Week week;
        int secrets = 1;
        bool sent = false; ///< a reporter that derives from them may have left the computer
        friend bool operator==(const Use &, const Use &) = default;
    };
    Week week;         ///< the week that the secret is for
    QByteArray secret; ///< Limits::secretBytes bytes; none after emptied()
    QList<Use> uses;   ///< the last Limits::rememberedWeeks weeks of use, the latest use last: that of `week`

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// What is left of an identity after a no: only the weeks in which something may have been sent, or in which another
/// environment may still count (`others`). In those no secret is used any more, so that what was sent or erased is not
/// recorded again under another reporter. Nothing when there are none: the next one is as new as the first.
[[nodiscard]] std::optional<Identity> emptied(const std::optional<Identity> &last, bool others);
/// The identity once something of it leaves the computer: an event of any week that it remembers.
[[nodiscard]] Identity withSending(Identity identity);

/// Where new secrets come from: Limits::secretBytes random bytes.
using SecretSource = std::function<QByteArray()>;

/// The identity for the week `now`, from the last one that was used. Pure but for `draw`.
///
/// | the clock shows | the identity |
/// |---|---|
/// | the same week | stays |
/// | up to Limits::ratchetWeeks ahead | its secret moves on, one way, once a week |
/// | further ahead | a new secret |
/// | one week behind | stays, and so does its week: the secret of the week before is gone on purpose |
/// | more than one week behind | a new secret, so that this person may be counted a second time in that week |
///
/// A person is counted at most twice in a week, however the clock jumps: a third secret is not used in a week that is
/// remembered. The error is then Invalid, and nothing can be recorded until the clock shows another week. (Only a clock
/// that has shown Limits::rememberedWeeks other weeks meanwhile is not held to this.)
///
/// After emptied() a new secret is drawn, but not in a week that is closed: the error is Closed, and it is over with
/// the next week.
[[nodiscard]] Result<Identity> advanced(const std::optional<Identity> &last, Week now, const SecretSource &draw);

/// The text of the identity file.
[[nodiscard]] QByteArray identityToJson(const Identity &identity);
/// Reads it, strictly. Errors: Invalid, TooLarge (damaged), Unsupported (written by a newer version: leave it alone).
[[nodiscard]] Result<Identity> identityFromJson(const QByteArray &json);

} // namespace Telemetry
