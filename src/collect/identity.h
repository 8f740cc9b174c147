#pragma once

#include "contract/result.h"
#include "contract/week.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace Telemetry {

/// What a person's reporters of one week derive from. A value; holds a secret, so it is never logged.
struct Identity
{
    Week week;         ///< the week that the secret is for
    QByteArray secret; ///< Limits::secretBytes bytes
    Week since;        ///< the first week of this identity's line: `first_report`
    Week drawnIn;      ///< the week in which the line's secret was last drawn at random
    int draws = 1;     ///< how many secrets may have been used in the week drawnIn: 1 or 2

    [[nodiscard]] bool isFirstReport() const { return week == since; }
    friend bool operator==(const Identity &, const Identity &) = default;
};

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
/// A third secret for the week of the last draw is not drawn: the error is Invalid, nothing can be recorded until the
/// clock shows another week. (A clock that keeps jumping between several weeks can still be counted more than twice:
/// only the last draw is remembered.)
[[nodiscard]] Result<Identity> advanced(const std::optional<Identity> &last, Week now, const SecretSource &draw);

/// The text of the identity file.
[[nodiscard]] QByteArray identityToJson(const Identity &identity);
/// Reads it, strictly. Errors: Invalid, TooLarge (damaged), Unsupported (written by a newer version: leave it alone).
[[nodiscard]] Result<Identity> identityFromJson(const QByteArray &json);

} // namespace Telemetry
