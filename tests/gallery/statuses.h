#pragma once

#include "client/consent/consentstatus.h"

/// What indicator and Preferences are shown with: decided by the real policy, from records that a person could have.
namespace Gallery {

/// The moment of all pictures.
[[nodiscard]] QDateTime moment();
/// A person who agreed to this level a week ago, after a no.
[[nodiscard]] Telemetry::ConsentRecord record(Telemetry::Level level, const std::optional<QDateTime> &expires = {});
/// What follows from it, with the telemetry plugin at work where the level allows it.
[[nodiscard]] Telemetry::ConsentStatus status(const Telemetry::ConsentRecord &record);
/// The same on a computer where an administrator allows this much.
[[nodiscard]] Telemetry::ConsentStatus administered(const Telemetry::ConsentRecord &record, Telemetry::Level maximum);
[[nodiscard]] Telemetry::ConsentStatus neverAsked();
/// In a container that takes the home folder with it.
[[nodiscard]] Telemetry::ConsentStatus thrownAway();
[[nodiscard]] Telemetry::ConsentStatus paused(Telemetry::Level level);
[[nodiscard]] Telemetry::ConsentStatus waiting(Telemetry::Level level);
[[nodiscard]] Telemetry::ConsentStatus unreachable(Telemetry::Level level);

} // namespace Gallery
