#pragma once

#include <QtGlobal>

/// Every limit of the system, with its unit and its reason. Caps per topic are in the data dictionary.
namespace Telemetry::Limits {

/// Bytes of one request body. A person's week is a few kB; more is a fault or an attack.
inline constexpr qsizetype requestBytes = 64 * 1024;
/// Events in one request.
inline constexpr qsizetype requestEvents = 500;
/// Bytes of one event in its canonical form: the longest legal value is below 1 kB.
inline constexpr qsizetype eventBytes = 2 * 1024;
/// Bytes of an answer that the client reads: one refusal per event at the most.
inline constexpr qsizetype responseBytes = 128 * 1024;
/// Nesting depth of JSON that we accept: batch > events > event > value > field.
inline constexpr int jsonDepth = 8;

/// Bytes of a policy or consent file. Larger ones are not ours.
inline constexpr qsizetype policyFileBytes = 64 * 1024;
/// Bytes of the identity file.
inline constexpr qsizetype identityFileBytes = 4 * 1024;
/// Bytes of the data dictionary.
inline constexpr qsizetype dictionaryBytes = 256 * 1024;
/// Bytes of the public plugin list (about 750 plugins need 60 kB today).
inline constexpr qsizetype publicPluginsBytes = 4 * 1024 * 1024;

/// Bytes of the reporter, and of the secret that it derives from.
inline constexpr qsizetype reporterBytes = 16;
inline constexpr qsizetype secretBytes = 32;
/// Weeks that an identity follows a clock that runs ahead; further ahead a new one is drawn.
inline constexpr int ratchetWeeks = 104;

/// Days after the end of a week until it closes: later events are refused by the collector and dropped by the client.
inline constexpr int weekClosesAfterDays = 21;
/// Days that a raw event lives at most, from the Monday of its week. A receipt lives as long.
inline constexpr int rawDays = 60;

/// Milliseconds without progress until a request counts as timed out.
inline constexpr int transferTimeoutMs = 15'000;
/// Milliseconds that the end of napari waits for our worker thread.
inline constexpr int shutdownWaitMs = 2'000;
/// Milliseconds that SQLite waits for another process's lock. Only the worker thread waits.
inline constexpr int spoolBusyTimeoutMs = 2'000;

} // namespace Telemetry::Limits
