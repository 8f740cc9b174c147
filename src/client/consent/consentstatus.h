#pragma once

#include "client/consent/activity.h"
#include "client/consent/policy.h"

#include <QCoreApplication>
#include <QString>

namespace Telemetry {

/// What indicator and settings pane show: one state, its words, and what can be done. Pure; made anew at each change.
struct ConsentStatus
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::ConsentStatus)
public:
    /// What the indicator shows. The first that applies, from below.
    enum class State {
        Off,
        Basic,
        Middle,
        Full,
        Waiting,       ///< something waits to be sent
        Paused,        ///< by the user
        Unreachable,   ///< the server, for some days
        Administrator, ///< stopped by an administrator
        Attention,     ///< the user should look: something failed, or an answer no longer counts
    };
    /// The package napari-telemetry, as far as it is needed.
    enum class Package {
        Fine,     ///< it is there, or nothing wants it
        Missing,  ///< it is wanted and not there
        Unusable, ///< it is wanted and there, but another release, or it can't be loaded
    };
    EffectiveLevel effective;
    Package package = Package::Fine;
    Activity activity;
    QString note;         ///< translated; what the user should know beside it, may be empty
    bool running = false; ///< the telemetry plugin works with a grant
    bool refused = false; ///< the other package is there, and is not what it should be; the reason says so

    [[nodiscard]] State state() const;
    /// The indicator's words, such as "Telemetry: basic, waiting to send".
    [[nodiscard]] QString words() const;
    /// The state alone, such as "can't reach the server"; empty when the level says it all.
    [[nodiscard]] QString stateWords() const;
    /// The reason of the level, and everything else that the user should know; one line each.
    [[nodiscard]] QString explanation() const;
};

} // namespace Telemetry
